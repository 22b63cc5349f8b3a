package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.List;

/** A row for each attribute of a contract. */
final class AttributeRows {
    private final Dialect dialect;
    private final WriteTemplate inserting;
    private final WriteTemplate deleting;
    private final WriteTemplate deletingAll;

    AttributeRows(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        inserting = WriteTemplate.insert(names, "attribute", "contract_id, name, content", "(?, ?, ?)");
        deleting = WriteTemplate.rows(
                names, "attribute", "DELETE FROM {attribute} WHERE (contract_id, name) IN (", "(?, ?)", ")");
        deletingAll =
                WriteTemplate.rows(names, "attribute", "DELETE FROM {attribute} WHERE contract_id IN (", "?", ")");
    }

    private record Key(ContractId contract, AttributeKey key) {}

    void change(Session session, List<Attribute> had, List<Attribute> has, ContractId contract) {
        Object id = ContractIds.bound(dialect, contract);
        for (Attribute attribute : had) {
            if (!has.contains(attribute)) {
                session.defer(
                        write(deleting, contract, attribute, id, attribute.key().value()));
            }
        }
        for (Attribute attribute : has) {
            if (!had.contains(attribute)) {
                session.defer(write(
                        inserting, contract, attribute, id, attribute.key().value(), attribute.text()));
            }
        }
    }

    void removeAll(Session session, ContractId contract) {
        session.defer(DeferredWrite.of(
                deletingAll, contract, Kind.CONTRACT_VERSION, what(contract), ContractIds.bound(dialect, contract)));
    }

    private static DeferredWrite write(
            WriteTemplate template, ContractId contract, Attribute attribute, Object... values) {
        return DeferredWrite.of(
                template, new Key(contract, attribute.key()), Kind.CONTRACT_VERSION, what(contract), values);
    }

    private static String what(ContractId contract) {
        return "noting the attributes of contract " + contract;
    }
}
