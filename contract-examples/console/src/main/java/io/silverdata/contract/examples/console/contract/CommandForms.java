package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.PlansOnSale;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.spring.contracts.ContractsProperties;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The forms of all commands on a contract. */
@Component
class CommandForms {
    private final PlansOnSale plans;
    private final HoldForms holds;
    private final ZoneId zone;

    CommandForms(PlansOnSale plans, ObjectProvider<SuspensionPolicies> policies, ContractsProperties properties) {
        this.plans = plans;
        this.zone = Objects.requireNonNull(properties.zone(), "contract.zone");
        this.holds = new HoldForms(policies.getIfUnique(SuspensionPolicies::defaults), zone);
    }

    /** A form by its name, also one that does not fit any more: another person may have been faster, and the answer says so. */
    Optional<CommandForm> find(Contract contract, String name) {
        return all(contract).filter(form -> form.name().equals(name)).findFirst();
    }

    /** The forms that make sense now. */
    List<CommandForm> fitting(Contract contract) {
        return all(contract).filter(form -> fits(form, contract)).toList();
    }

    private Stream<CommandForm> all(Contract contract) {
        return Stream.of(
                        SaleForms.of(contract, zone),
                        holds.of(contract),
                        new AgreementForms(plans.all(), zone).of(contract),
                        PriceForms.of(contract),
                        AddOnForms.of(contract),
                        LineForms.of(contract),
                        AccessForms.of(contract),
                        CorrectionForms.of(contract),
                        RecordForms.of(contract))
                .flatMap(List::stream);
    }

    private static boolean fits(CommandForm form, Contract contract) {
        return contract.objectionTo(form.kind()).isEmpty() && hasObject(form.kind(), contract);
    }

    /** Whether there is what the command is about: a hold to lift, a reservation to renew. */
    private static boolean hasObject(CommandKind kind, Contract contract) {
        return switch (kind) {
            case LIFT_HOLD, CHANGE_ENFORCEMENT -> !contract.holds().isEmpty();
            case UNDO_SCHEDULED -> !contract.scheduled().isEmpty();
            case RENEW_RESERVATION, RELEASE_RESERVATION ->
                contract.reservation().isPresent();
            case RESERVE -> contract.reservation().isEmpty();
            case END_DISCOUNT -> !contract.discounts().isEmpty();
            case CHANGE_ADD_ON_END, REMOVE_ADD_ON -> !contract.addOns().isEmpty();
            default -> true;
        };
    }
}
