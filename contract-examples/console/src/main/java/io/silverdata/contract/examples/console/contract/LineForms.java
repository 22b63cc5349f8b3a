package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the service goes, and over what: address, ONU, login. */
final class LineForms {
    private static final int MAX_ADDRESS = 256;
    private static final String ADDRESS = "address";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String ONU = "onu";
    private static final String LOGIN = "radiusUser";

    private LineForms() {}

    static List<CommandForm> of(Contract contract) {
        ContractId id = contract.id();
        return List.of(
                form(
                        "relocate",
                        CommandKind.RELOCATE,
                        List.of(
                                Field.text(ADDRESS).beginning(contract.address().text()),
                                Field.text(LATITUDE)
                                        .beginning(Double.toString(
                                                contract.address().position().latitude())),
                                Field.text(LONGITUDE)
                                        .beginning(Double.toString(
                                                contract.address().position().longitude()))),
                        typed -> relocate(id, typed)),
                form("swap-onu", CommandKind.SWAP_ONU, List.of(Field.text(ONU)), typed -> {
                    Optional<OnuSerial> onu = typed.required(ONU, OnuSerial::parse);
                    return typed.make(() -> (contracts, by) -> contracts.swapOnu(id, onu.orElseThrow(), by));
                }),
                form("rename-login", CommandKind.RENAME_LOGIN, List.of(Field.text(LOGIN)), typed -> {
                    Optional<RadiusUser> login = typed.required(LOGIN, RadiusUser::parse);
                    return typed.make(() -> (contracts, by) -> contracts.renameLogin(id, login.orElseThrow(), by));
                }));
    }

    private static CommandForm form(
            String name, CommandKind kind, List<Field> fields, Function<FormReader, Optional<Order>> reader) {
        return new CommandForm(name, CommandForm.Group.LINE, kind, fields, reader);
    }

    private static Optional<Order> relocate(ContractId id, FormReader typed) {
        Optional<String> address = typed.words(ADDRESS, MAX_ADDRESS);
        Optional<String> latitude = typed.words(LATITUDE, MAX_ADDRESS);
        Optional<String> longitude = typed.words(LONGITUDE, MAX_ADDRESS);
        Optional<GeoPosition> position =
                latitude.flatMap(north -> longitude.flatMap(east -> position(north, east, typed)));
        return typed.make(() -> (contracts, by) ->
                contracts.relocate(id, new ServiceAddress(address.orElseThrow(), position.orElseThrow()), by));
    }

    private static Optional<GeoPosition> position(String latitude, String longitude, FormReader typed) {
        Either<Rejection.InvalidValue, GeoPosition> read = GeoPosition.parse(latitude, longitude);
        read.peekLeft(wrong -> typed.reject(wrong.field(), RejectionPhrases.of(wrong)));
        return read.toJavaOptional();
    }
}
