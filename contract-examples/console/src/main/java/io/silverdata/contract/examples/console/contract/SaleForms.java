package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is done to a draft until it is active. */
final class SaleForms {
    private static final int MAX_OVERRIDE = 256;
    private static final String SPLITTER = "splitter";
    private static final String PORT = "port";
    private static final String OVERRIDE = "override";
    private static final String ONU = "onu";
    private static final String LOGIN = "radiusUser";
    private static final String AT = "at";

    private SaleForms() {}

    static List<CommandForm> of(Contract contract, ZoneId zone) {
        ContractId id = contract.id();
        return List.of(
                form(
                        "assess",
                        CommandKind.ASSESS,
                        List.of(Field.text(SPLITTER).optional()),
                        typed -> assess(id, typed)),
                form(
                        "reserve",
                        CommandKind.RESERVE,
                        List.of(
                                Field.text(PORT).optional(),
                                Field.longText(OVERRIDE).optional()),
                        typed -> reserve(id, typed)),
                form(
                        "renew",
                        CommandKind.RENEW_RESERVATION,
                        List.of(),
                        typed -> Optional.of((contracts, by) -> contracts.renewReservation(id, by))),
                form(
                        "release",
                        CommandKind.RELEASE_RESERVATION,
                        List.of(),
                        typed -> Optional.of((contracts, by) -> contracts.releaseReservation(id, by))),
                form(
                        "activate",
                        CommandKind.ACTIVATE,
                        List.of(Field.text(ONU), Field.text(LOGIN), Field.time(AT)),
                        typed -> activate(id, zone, typed)));
    }

    private static CommandForm form(
            String name, CommandKind kind, List<Field> fields, Function<FormReader, Optional<Order>> reader) {
        return new CommandForm(name, CommandForm.Group.SALE, kind, fields, reader);
    }

    private static Optional<Order> assess(ContractId id, FormReader typed) {
        Optional<SplitterId> splitter = typed.optional(SPLITTER, SplitterId::parse);
        return typed.make(() -> splitter.<Order>map(wanted -> (contracts, by) -> contracts.assess(id, wanted, by))
                .orElse((contracts, by) -> contracts.assess(id, by)));
    }

    private static Optional<Order> reserve(ContractId id, FormReader typed) {
        Optional<String> override = typed.optionalWords(OVERRIDE, MAX_OVERRIDE);
        Optional<SplitterOutputId> port = override.isPresent()
                ? typed.required(PORT, SplitterOutputId::parse)
                : typed.optional(PORT, SplitterOutputId::parse);
        return typed.make(() -> (contracts, by) -> {
            if (port.isEmpty()) {
                return contracts.reserve(id, by);
            }
            return override.isEmpty()
                    ? contracts.reserve(id, port.get(), by)
                    : contracts.reserveUnqualified(id, port.get(), override.get(), by);
        });
    }

    private static Optional<Order> activate(ContractId id, ZoneId zone, FormReader typed) {
        Optional<OnuSerial> onu = typed.required(ONU, OnuSerial::parse);
        Optional<RadiusUser> login = typed.required(LOGIN, RadiusUser::parse);
        Optional<Instant> at = typed.time(AT, zone);
        return typed.make(() -> (contracts, by) -> at.isPresent()
                ? contracts.scheduleActivation(id, onu.orElseThrow(), login.orElseThrow(), at.get(), by)
                : contracts.activate(id, onu.orElseThrow(), login.orElseThrow(), by));
    }
}
