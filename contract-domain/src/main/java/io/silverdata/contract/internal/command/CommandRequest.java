package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import java.util.List;
import java.util.Optional;

/**
 * A command as the caller gave it. Nothing in here was looked up.
 *
 * @param name the method of the facade, which reports name it by
 * @param contract on which contract; empty if the command begins one
 * @param kind must fit the contract's status; empty if the command decides by itself
 * @param arguments what else the caller passed, in the order of the method
 * @param context by whom, why and under which conditions
 */
public record CommandRequest(
        String name,
        Optional<ContractId> contract,
        Optional<CommandKind> kind,
        List<Object> arguments,
        CommandContext context) {

    public CommandRequest {
        arguments = List.copyOf(arguments);
    }

    /** Whether it may say where a line is to be. What records where one is, or moves many, is not an order for one line. */
    boolean ordersLine() {
        return contract.isEmpty()
                || kind.filter(known -> known != CommandKind.CORRECT_OUTPUT).isPresent();
    }

    /** A command on a contract. */
    public static CommandRequest on(
            ContractId contract, String name, CommandKind kind, CommandContext context, Object... arguments) {
        return new CommandRequest(name, Optional.of(contract), Optional.of(kind), List.of(arguments), context);
    }

    /** A command that begins a contract. */
    public static CommandRequest opening(String name, CommandContext context, Object... arguments) {
        return new CommandRequest(name, Optional.empty(), Optional.empty(), List.of(arguments), context);
    }
}
