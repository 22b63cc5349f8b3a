package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.json.RejectionView;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

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
 * @param places beside which of the fields a rejection stands; empty for none of them
 */
record CommandForm(
        String name,
        Group group,
        CommandKind kind,
        Role role,
        boolean needsReason,
        List<Field> fields,
        Function<FormReader, Optional<Order>> reader,
        BiFunction<Rejection, Form, Optional<String>> places) {

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
        Objects.requireNonNull(places, "places");
    }

    /** A command that staff may give without saying why. */
    CommandForm(
            String name,
            Group group,
            CommandKind kind,
            List<Field> fields,
            Function<FormReader, Optional<Order>> reader) {
        this(name, group, kind, Role.OPERATE, false, fields, reader, (why, typed) -> libraryField(why));
    }

    /** The same, for which a person has to say why. */
    CommandForm withReason() {
        return new CommandForm(name, group, kind, role, true, fields, reader, places);
    }

    /** The same for another role. */
    CommandForm forRole(Role other) {
        return new CommandForm(name, group, kind, other, needsReason, fields, reader, places);
    }

    /** The same, some of whose fields have another name than the library's, which come first. */
    CommandForm placing(Map<String, String> fieldNames) {
        return placing((why, typed) -> libraryField(why).map(name -> fieldNames.getOrDefault(name, name)));
    }

    /** The same, with fields that are found otherwise than by the library's name for them. */
    CommandForm placing(BiFunction<Rejection, Form, Optional<String>> found) {
        return new CommandForm(name, group, kind, role, needsReason, fields, reader, found);
    }

    /** The field beside which a rejection stands; empty text if it is about none of them. */
    String placeOf(Rejection why, Form typed) {
        return places.apply(why, typed)
                .filter(name -> fields.stream().anyMatch(field -> field.name().equals(name)))
                .orElse("");
    }

    private static Optional<String> libraryField(Rejection why) {
        return RejectionView.of(why).field();
    }
}
