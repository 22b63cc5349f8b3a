package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.engine.AdoptedContract;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.spi.IdGenerator;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes over a contract that lives elsewhere: its number and its output must be free, customer, plan and reasons known. Whether the ONU may
 * be given out is not asked: a customer has it.
 */
public final class AdoptUseCase {
    private final DraftUseCase drafting;
    private final HostPorts host;
    private final SuspensionPolicies policies;
    private final IdGenerator ids;
    private final AccessSettingsUseCase settings;

    /** A use case; all parts are shared with the facade. */
    public AdoptUseCase(
            DraftUseCase drafting,
            HostPorts host,
            SuspensionPolicies policies,
            IdGenerator ids,
            AccessSettingsUseCase settings) {
        this.drafting = drafting;
        this.host = host;
        this.policies = policies;
        this.ids = ids;
        this.settings = settings;
    }

    /** Adopts a contract. */
    public Either<Rejection, Decision> adopt(Adoption adoption, Situation situation) {
        NewContract terms = adoption.terms();
        Optional<Rejection> objection =
                drafting.numberInUse(terms).or(() -> adoption.settings().flatMap(settings::objection));
        return objection.isPresent()
                ? Either.left(objection.get())
                : host.customer(terms.customer())
                        .flatMap(customer -> host.plan(terms.plan()))
                        .map(plan -> adoption.price().map(plan::at).orElse(plan))
                        .flatMap(plan -> holds(adoption).flatMap(holds -> adopt(adoption, plan, holds, situation)));
    }

    private Either<Rejection, Decision> adopt(
            Adoption adoption, PlanSnapshot plan, List<SuspensionHold> holds, Situation situation) {
        ContractId id = ids.contractId();
        ContractEvent.ContractDrafted terms = new ContractEvent.ContractDrafted(
                adoption.terms().number().orElseGet(ids::contractNumber),
                Optional.empty(),
                adoption.terms().customer(),
                plan,
                adoption.terms().address(),
                adoption.terms().billingDay(),
                Optional.empty(),
                true);
        return adoption.output()
                .map(output -> situation
                        .ports()
                        .technologyObjection(output, plan)
                        .<Either<Rejection, Decision>>map(Either::left)
                        .orElseGet(() -> situation
                                .ports()
                                .exactly(
                                        output,
                                        ports -> decide(id, terms, adoption, Optional.of(ports), holds, situation))))
                .orElseGet(() -> decide(id, terms, adoption, Optional.empty(), holds, situation));
    }

    private static Either<Rejection, Decision> decide(
            ContractId id,
            ContractEvent.ContractDrafted terms,
            Adoption adoption,
            Optional<PortAssignment> ports,
            List<SuspensionHold> holds,
            Situation situation) {
        ContractEvent.ContractAdopted adopted = new ContractEvent.ContractAdopted(
                micros(adoption.dates().activatedAt()),
                micros(adoption.dates().inServiceSince()),
                adoption.onu(),
                ports,
                adoption.radiusUser(),
                adoption.termEndsOn(),
                adoption.billing().from(),
                adoption.billing().anchor());
        return Decider.adopt(
                id,
                new AdoptedContract(
                        micros(adoption.dates().draftedAt()),
                        terms,
                        holds,
                        adoption.settings().orElse(AccessSettings.NONE),
                        adopted,
                        addOns(adoption, situation)),
                situation.metadata());
    }

    private static List<ContractEvent.AddOnAdded> addOns(Adoption adoption, Situation situation) {
        ZoneId zone = situation.metadata().zone();
        Instant activatedAt = micros(adoption.dates().activatedAt());
        LocalDate activated = LocalDate.ofInstant(activatedAt, zone);
        return adoption.addOns().orElse(List.of()).stream()
                .map(order -> new ContractEvent.AddOnAdded(
                        order.addOn(),
                        order.startsOn()
                                .filter(day -> !day.equals(activated))
                                .map(day -> day.atStartOfDay(zone).toInstant())
                                .orElse(activatedAt),
                        order.endsOn().map(day -> day.atStartOfDay(zone).toInstant())))
                .toList();
    }

    private Either<Rejection, List<SuspensionHold>> holds(Adoption adoption) {
        List<SuspensionHold> holds = new ArrayList<>();
        for (AdoptedHold hold : adoption.holds()) {
            Optional<SuspensionHold> known = policies.find(hold.reason())
                    .map(policy -> new SuspensionHold(
                            policy,
                            hold.enforcement().orElse(policy.enforcement()),
                            micros(hold.since()),
                            hold.until().map(AdoptUseCase::micros)));
            if (known.isEmpty()) {
                return Either.left(new Rejection.UnknownSuspensionReason(hold.reason()));
            }
            holds.add(known.get());
        }
        return Either.right(holds);
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
