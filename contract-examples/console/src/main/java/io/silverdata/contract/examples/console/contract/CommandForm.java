package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.CommandKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A command on a contract as a form.
 *
 * @param name in the path; its words in the messages are {@code contract.do.} and this
 * @param group where it stands on the contract's page
 * @param kind what the library calls it: whether it fits the contract's status
 * @param role who may give it
 * @param needsReason whether a person has to say why: where it takes something from a subscriber
 * @param fields in their order
 * @param reader makes the command of what was typed; empty if something is wrong
 */
record CommandForm(
        String name,
        Group group,
        CommandKind kind,
        Role role,
        boolean needsReason,
        List<Field> fields,
        Function<FormReader, Optional<Order>> reader) {

    /** What commands are about. */
    enum Group {
        SALE,
        SERVICE,
        AGREEMENT,
        LINE,
        RECORD,
        END
    }

    CommandForm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(role, "role");
        fields = List.copyOf(fields);
        Objects.requireNonNull(reader, "reader");
    }

    /** A command that staff may give without saying why. */
    CommandForm(
            String name,
            Group group,
            CommandKind kind,
            List<Field> fields,
            Function<FormReader, Optional<Order>> reader) {
        this(name, group, kind, Role.OPERATE, false, fields, reader);
    }

    /** The same, for which a person has to say why. */
    CommandForm withReason() {
        return new CommandForm(name, group, kind, role, true, fields, reader);
    }

    /** The same for another role. */
    CommandForm forRole(Role other) {
        return new CommandForm(name, group, kind, other, needsReason, fields, reader);
    }

    /** The form's field for each of the library's, by which a rejection finds its place: they have the same names. */
    Map<String, String> fieldNames() {
        return fields.stream().collect(Collectors.toMap(Field::name, Field::name));
    }
}
