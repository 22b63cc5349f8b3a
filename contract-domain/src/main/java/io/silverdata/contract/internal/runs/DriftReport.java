package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/** The command that records a difference between a target and its contract, so that it is delivered again. */
public final class DriftReport {
    private DriftReport() {}

    /** Reports drift. */
    public static Either<Rejection, CommandResult> report(
            CommandRunner commands, ContractId contract, NetworkTarget target, Drift drift, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "reportDrift", CommandKind.REPORT_DRIFT, context, target, drift),
                new Command.ReportDrift(target, drift));
    }
}
