package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.ContractFault;
import java.util.Optional;

/** Makes the items that an audit reports. */
final class AuditItems {
    private AuditItems() {}

    static AuditItem of(Contract contract, NetworkTarget target, Finding finding, String detail) {
        return new AuditItem(Optional.of(contract), target, finding, detail, Optional.empty(), Optional.empty());
    }

    static AuditItem extra(Optional<Contract> contract, NetworkTarget target, String detail, Extra extra) {
        return new AuditItem(contract, target, Finding.EXTRA, detail, Optional.of(extra), Optional.empty());
    }

    /** Something of others: it is told, and nothing that removes an extra removes it. */
    static AuditItem foreign(NetworkTarget target, String detail) {
        return new AuditItem(Optional.empty(), target, Finding.EXTRA, detail, Optional.empty(), Optional.empty());
    }

    static AuditItem unreadable(NetworkTarget target, String detail) {
        return new AuditItem(Optional.empty(), target, Finding.UNREADABLE, detail, Optional.empty(), Optional.empty());
    }

    /** Neither target of the contract could be compared; it is named in the detail, and told once. */
    static AuditItem unreadable(ContractFault fault) {
        return unreadable(NetworkTarget.ACCESS, fault.problem());
    }

    /** Nothing is repaired there, whatever was asked for. */
    static AuditItem observed(AuditItem item) {
        return new AuditItem(
                item.contract(), item.target(), item.finding(), item.detail(), item.extra(), item.result(), true);
    }

    static AuditItem redelivered(AuditItem item, CommandResult result) {
        return new AuditItem(
                item.contract(), item.target(), item.finding(), item.detail(), item.extra(), Optional.of(result));
    }
}
