package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the service goes, and over what: address, ONU, login. */
final class LineForms {
    private static final int MAX_OVERRIDE = 256;
    private static final String PORT = "port";
    private static final String OVERRIDE = "override";
    private static final String ONU = "onu";
    private static final String LOGIN = "radiusUser";

    private LineForms() {}

    static List<CommandForm> of(Contract contract) {
        ContractId id = contract.id();
        return List.of(
                form("relocate", CommandKind.RELOCATE, relocation(contract), typed -> relocate(id, typed)),
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

    private static List<Field> relocation(Contract contract) {
        List<Field> fields = new ArrayList<>(AddressFields.of(contract.address()));
        fields.add(Field.text(PORT).optional());
        fields.add(Field.longText(OVERRIDE).optional());
        return fields;
    }

    private static Optional<Order> relocate(ContractId id, FormReader typed) {
        Optional<ServiceAddress> address = AddressFields.read(typed);
        Optional<String> override = typed.optionalWords(OVERRIDE, MAX_OVERRIDE);
        Optional<SplitterOutputId> port = override.isPresent()
                ? typed.required(PORT, SplitterOutputId::parse)
                : typed.optional(PORT, SplitterOutputId::parse);
        return typed.make(() -> (contracts, by) -> {
            ServiceAddress there = address.orElseThrow();
            if (port.isEmpty()) {
                return contracts.relocate(id, there, by);
            }
            return override.isEmpty()
                    ? contracts.relocate(id, there, port.get(), by)
                    : contracts.relocateUnqualified(id, there, port.get(), override.get(), by);
        });
    }
}
