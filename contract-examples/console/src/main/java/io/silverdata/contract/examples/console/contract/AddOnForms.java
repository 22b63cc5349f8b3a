package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the customer has beside the plan. */
final class AddOnForms {
    private static final int LONGEST_NAME = 128;
    private static final String ADD_ON = "addOn";
    private static final String NAME = "addOnName";
    private static final String AMOUNT = "amount";
    private static final String CYCLE = "cycle";
    private static final String BINDING = "binding";
    private static final String SERVICE = "addOnService";
    private static final String CHARGE = "addOnCharge";
    private static final String STARTS = "startsOn";
    private static final String ENDS = "endsOn";

    private AddOnForms() {}

    static List<CommandForm> of(Contract contract) {
        ContractId id = contract.id();
        return List.of(
                form("add-on", CommandKind.ADD_ADD_ON, addFields(contract), typed -> add(id, typed))
                        .placing(Map.of("at", STARTS, "end", ENDS)),
                form(
                                "add-on-end",
                                CommandKind.CHANGE_ADD_ON_END,
                                List.of(present(contract), Field.day(ENDS)),
                                typed -> changeEnd(id, typed))
                        .placing(Map.of("end", ENDS)),
                form("remove-add-on", CommandKind.REMOVE_ADD_ON, List.of(present(contract)), typed -> remove(id, typed))
                        .withReason());
    }

    private static CommandForm form(
            String name, CommandKind kind, List<Field> fields, Function<FormReader, Optional<Order>> reader) {
        return new CommandForm(name, CommandForm.Group.AGREEMENT, kind, fields, reader);
    }

    private static List<Field> addFields(Contract contract) {
        String currency = contract.plan().price().amount().currency().getCurrencyCode();
        return List.of(
                Field.text(ADD_ON),
                Field.text(NAME),
                Field.text(AMOUNT).beginning("0.00 " + currency),
                Field.choice(CYCLE, options(CYCLE, BillingCycle.values())),
                Field.text(BINDING).optional(),
                Field.choice(SERVICE, options(SERVICE, AddOnSuspension.Service.GOES, AddOnSuspension.Service.STAYS)),
                Field.choice(
                        CHARGE,
                        options(
                                CHARGE,
                                AddOnSuspension.Charge.AS_PLAN,
                                AddOnSuspension.Charge.FULL,
                                AddOnSuspension.Charge.NONE)),
                Field.day(STARTS),
                Field.day(ENDS));
    }

    private static List<Field.Option> options(String group, Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> Field.Option.of(group, constant))
                .toList();
    }

    private static Field present(Contract contract) {
        return Field.choice(
                ADD_ON,
                contract.addOns().stream()
                        .map(agreed -> new Field.Option(
                                agreed.id().value(), Phrase.plain(agreed.addOn().name())))
                        .toList());
    }

    private static Optional<Order> add(ContractId id, FormReader typed) {
        Optional<AddOnId> key = typed.required(ADD_ON, AddOnId::parse);
        Optional<String> name = typed.words(NAME, LONGEST_NAME);
        Optional<Money> amount = typed.required(AMOUNT, Money::parse);
        Optional<BillingCycle> cycle = typed.choice(CYCLE, BillingCycle.class);
        Optional<ProfileName> binding = typed.optional(BINDING, ProfileName::parse);
        Optional<AddOnSuspension.Service> service = typed.choice(SERVICE, AddOnSuspension.Service.class);
        Optional<AddOnSuspension.Charge> charge = typed.choice(CHARGE, AddOnSuspension.Charge.class);
        Optional<LocalDate> starts = typed.day(STARTS);
        Optional<LocalDate> ends = typed.day(ENDS);
        if (starts.isPresent() && ends.filter(end -> !end.isAfter(starts.get())).isPresent()) {
            typed.reject(ENDS, Phrase.of("contract.error.daysBackwards"));
        }
        return typed.make(() -> {
            AddOn addOn = new AddOn(
                    key.orElseThrow(),
                    name.orElseThrow(),
                    new PlanSnapshot.Price(amount.orElseThrow(), cycle.orElseThrow()),
                    binding,
                    new AddOnSuspension(service.orElseThrow(), charge.orElseThrow()));
            return (contracts, by) -> contracts.addAddOn(id, new AddOnOrder(addOn, starts, ends), by);
        });
    }

    private static Optional<Order> changeEnd(ContractId id, FormReader typed) {
        Optional<AddOnId> key = typed.required(ADD_ON, AddOnId::parse);
        Optional<LocalDate> ends = typed.day(ENDS);
        return typed.make(() -> (contracts, by) -> contracts.changeAddOnEnd(id, key.orElseThrow(), ends, by));
    }

    private static Optional<Order> remove(ContractId id, FormReader typed) {
        Optional<AddOnId> key = typed.required(ADD_ON, AddOnId::parse);
        return typed.make(() -> (contracts, by) -> contracts.removeAddOn(id, key.orElseThrow(), by));
    }
}
