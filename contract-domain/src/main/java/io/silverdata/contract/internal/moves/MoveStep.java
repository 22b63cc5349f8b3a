package io.silverdata.contract.internal.moves;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.Optional;

/**
 * What is to be done to a contract next: it depends on where the plant has the output, where the contract has it, and where it is to go; not
 * on what was done before. So a move can be stopped, turned round and gone on with at any point.
 */
final class MoveStep {
    private MoveStep() {}

    /**
     * The next command on a contract.
     *
     * @param output that the plant says it has
     * @param now the PON port on which the plant has the output
     * @param goal the PON port on which it is to be
     * @return empty if it is as it is to be for now
     */
    static Optional<Command> next(Contract contract, SplitterOutputId output, PonPortId now, PonPortId goal) {
        Optional<PortAssignment> ports = contract.line()
                .map(Line::ports)
                .or(() -> contract.reservation().map(Reservation::ports))
                .filter(held -> held.splitterOutput().equals(output));
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        if (!ports.get().ponPort().equals(now)) {
            return Optional.of(new Command.MovePorts(new PortAssignment(output, now)));
        }
        Optional<PortAssignment> wanted = Optional.of(new PortAssignment(output, goal))
                .filter(next -> contract.line().isPresent())
                .filter(next -> !next.ponPort().olt().equals(now.olt()));
        Optional<PortAssignment> prepared = contract.movingTo();
        if (prepared.equals(wanted)) {
            return Optional.empty();
        }
        return prepared.isPresent() ? Optional.of(new Command.WithdrawMove()) : wanted.map(Command.PrepareMove::new);
    }
}
