package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.Terms;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds: placed, made stricter or milder, lifted. */
final class HoldForms {
    private static final String REASON = "reason";
    private static final String ENFORCEMENT = "enforcement";
    private static final String UNTIL = "until";
    private static final String AT = "at";

    private final SuspensionPolicies policies;
    private final ZoneId zone;

    HoldForms(SuspensionPolicies policies, ZoneId zone) {
        this.policies = policies;
        this.zone = zone;
    }

    List<CommandForm> of(Contract contract) {
        return List.of(suspend(contract), lift(contract), changeEnforcement(contract));
    }

    private CommandForm suspend(Contract contract) {
        List<Field> fields = List.of(
                Field.choice(
                        REASON,
                        options(policies.all().stream()
                                .map(SuspensionPolicy::reason)
                                .sorted(Comparator.comparing(SuspensionReason::code))
                                .toList())),
                Field.choice(ENFORCEMENT, enforcements()).optional(),
                Field.time(UNTIL),
                Field.time(AT),
                Circumstances.triggerField(Trigger.ADMIN, Trigger.CUSTOMER),
                Circumstances.effectiveAtField());
        return form("suspend", CommandKind.SUSPEND, fields, typed -> suspend(contract, typed))
                .withReason();
    }

    private Optional<Order> suspend(Contract contract, FormReader typed) {
        ContractId id = contract.id();
        Optional<SuspensionReason> reason = reason(contract, typed);
        Optional<Enforcement> enforcement =
                typed.text(ENFORCEMENT).isEmpty() ? Optional.empty() : typed.choice(ENFORCEMENT, Enforcement.class);
        Optional<Instant> until = typed.time(UNTIL, zone);
        Optional<Instant> at = typed.time(AT, zone);
        Circumstances circumstances = Circumstances.read(typed, zone);
        if (at.isPresent() && circumstances.effectiveAt().isPresent()) {
            typed.reject(AT, Phrase.of("contract.error.twoTimes"));
        }
        return typed.make(() -> {
            Suspension suspension = new Suspension(reason.orElseThrow(), enforcement, until);
            return (contracts, by) -> at.isPresent()
                    ? contracts.scheduleSuspension(id, suspension, at.get(), circumstances.of(by))
                    : contracts.suspend(id, suspension, circumstances.of(by));
        });
    }

    private CommandForm lift(Contract contract) {
        Trigger[] lifters = Stream.concat(
                        Stream.of(Trigger.ADMIN),
                        contract.holds().stream().flatMap(hold -> hold.policy().lifters().stream()))
                .filter(trigger -> trigger != Trigger.SCHEDULE && trigger != Trigger.NETWORK)
                .distinct()
                .sorted()
                .toArray(Trigger[]::new);
        List<Field> fields = List.of(
                Field.choice(REASON, options(held(contract))),
                Circumstances.triggerField(lifters),
                Circumstances.effectiveAtField());
        return form("lift", CommandKind.LIFT_HOLD, fields, typed -> {
                    Optional<SuspensionReason> reason = reason(contract, typed);
                    Circumstances circumstances = Circumstances.read(typed, zone);
                    return typed.make(() -> (contracts, by) ->
                            contracts.liftHold(contract.id(), reason.orElseThrow(), circumstances.of(by)));
                })
                .withReason();
    }

    private CommandForm changeEnforcement(Contract contract) {
        List<Field> fields =
                List.of(Field.choice(REASON, options(held(contract))), Field.choice(ENFORCEMENT, enforcements()));
        return form("enforcement", CommandKind.CHANGE_ENFORCEMENT, fields, typed -> {
                    Optional<SuspensionReason> reason = reason(contract, typed);
                    Optional<Enforcement> enforcement = typed.choice(ENFORCEMENT, Enforcement.class);
                    return typed.make(() -> (contracts, by) -> contracts.changeEnforcement(
                            contract.id(), reason.orElseThrow(), enforcement.orElseThrow(), by));
                })
                .withReason();
    }

    private static CommandForm form(
            String name, CommandKind kind, List<Field> fields, Function<FormReader, Optional<Order>> reader) {
        return new CommandForm(name, CommandForm.Group.SERVICE, kind, fields, reader);
    }

    private static List<SuspensionReason> held(Contract contract) {
        return contract.holds().stream().map(SuspensionHold::reason).toList();
    }

    private static List<Field.Option> options(Collection<SuspensionReason> reasons) {
        return reasons.stream()
                .map(reason -> new Field.Option(reason.code(), Terms.of(reason)))
                .toList();
    }

    private static List<Field.Option> enforcements() {
        return Stream.of(Enforcement.values())
                .map(level -> Field.Option.of(ENFORCEMENT, level))
                .toList();
    }

    /** Any reason that there is, also one that holds the contract no more: the same form twice is the same command. */
    private Optional<SuspensionReason> reason(Contract contract, FormReader typed) {
        Optional<SuspensionReason> chosen = Stream.concat(
                        policies.all().stream().map(SuspensionPolicy::reason), held(contract).stream())
                .filter(reason -> reason.code().equals(typed.text(REASON)))
                .findFirst();
        if (chosen.isEmpty()) {
            typed.reject(REASON, Phrase.of("form.choose"));
        }
        return chosen;
    }
}
