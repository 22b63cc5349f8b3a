package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Mends what is recorded wrongly, and moves nothing: address, number, output. A login that is another one is told to the network: {@link LineForms}. */
final class CorrectionForms {
    private static final String NUMBER = "newNumber";
    private static final String OUTPUT = "output";

    private CorrectionForms() {}

    static List<CommandForm> of(Contract contract) {
        return List.of(address(contract), number(contract), output(contract));
    }

    private static CommandForm form(
            String name, CommandKind kind, List<Field> fields, Function<FormReader, Optional<Order>> reader) {
        return new CommandForm(name, CommandForm.Group.RECORD, kind, fields, reader);
    }

    private static CommandForm address(Contract contract) {
        ContractId id = contract.id();
        return form("correct-address", CommandKind.CORRECT_ADDRESS, AddressFields.of(contract.address()), typed -> {
            Optional<ServiceAddress> address = AddressFields.read(typed);
            return typed.make(() -> (contracts, by) -> contracts.correctAddress(id, address.orElseThrow(), by));
        });
    }

    /** With a reason: the customer knows the number of before, by which the contract is found no more. */
    private static CommandForm number(Contract contract) {
        ContractId id = contract.id();
        List<Field> fields =
                List.of(Field.text(NUMBER).beginning(contract.number().value()));
        return form("correct-number", CommandKind.CORRECT_NUMBER, fields, typed -> {
                    Optional<ContractNumber> number = typed.required(NUMBER, ContractNumber::parse);
                    return typed.make(() -> (contracts, by) -> contracts.correctNumber(id, number.orElseThrow(), by));
                })
                .withReason()
                .placing(Map.of("number", NUMBER));
    }

    /** With a reason: the former output is sold to others, even if somebody is connected to it. */
    private static CommandForm output(Contract contract) {
        ContractId id = contract.id();
        Field field = Field.text(OUTPUT)
                .beginning(contract.line()
                        .map(Line::ports)
                        .map(ports -> ports.splitterOutput().toString())
                        .orElse(""));
        return form("correct-output", CommandKind.CORRECT_OUTPUT, List.of(field), typed -> {
                    Optional<SplitterOutputId> output = typed.required(OUTPUT, SplitterOutputId::parse);
                    return typed.make(() -> (contracts, by) -> contracts.correctOutput(id, output.orElseThrow(), by));
                })
                .withReason()
                .placing(Map.of("port", OUTPUT, "plan", OUTPUT));
    }
}
