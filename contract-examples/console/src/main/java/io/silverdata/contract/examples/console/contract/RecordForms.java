package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.command.AttributeChange;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is on record about a contract: the provider's attributes, and a person's data after the end. */
final class RecordForms {
    private static final String ATTRIBUTE = "attribute.";
    private static final String KEY = "attributeKey";
    private static final String TEXT = "attributeText";
    private static final String NUMBER = "number";

    private RecordForms() {}

    static List<CommandForm> of(Contract contract) {
        return List.of(attributes(contract), erase(contract));
    }

    /** A field for each attribute, empty to remove it, and one for another. */
    private static CommandForm attributes(Contract contract) {
        List<Field> fields = new ArrayList<>();
        for (Attribute attribute : contract.attributes()) {
            fields.add(Field.text(ATTRIBUTE + attribute.key())
                    .labelled(Phrase.plain(attribute.key().value()))
                    .beginning(attribute.text())
                    .optional());
        }
        fields.add(Field.text(KEY).optional());
        fields.add(Field.text(TEXT).optional());
        return new CommandForm(
                "attributes",
                CommandForm.Group.RECORD,
                CommandKind.CHANGE_ATTRIBUTES,
                fields,
                typed -> attributes(contract, typed));
    }

    /** Only of what was typed, not of what the contract has by now: the same form twice is the same command. */
    private static Optional<Order> attributes(Contract contract, FormReader typed) {
        List<Attribute> set = new ArrayList<>();
        List<AttributeKey> removed = new ArrayList<>();
        for (String field : typed.names(ATTRIBUTE)) {
            Optional<AttributeKey> key =
                    typed.read(field, () -> AttributeKey.parse(field.substring(ATTRIBUTE.length())));
            if (typed.text(field).isEmpty()) {
                key.ifPresent(removed::add);
            } else {
                key.flatMap(known -> typed.required(field, text -> Attribute.parse(known.value(), text)))
                        .ifPresent(set::add);
            }
        }
        if (!typed.text(KEY).isEmpty() || !typed.text(TEXT).isEmpty()) {
            another(typed).ifPresent(set::add);
        }
        return typed.make(() -> {
            AttributeChange change = new AttributeChange(set, removed);
            return (contracts, by) -> contracts.changeAttributes(contract.id(), change, by);
        });
    }

    private static Optional<Attribute> another(FormReader typed) {
        Optional<AttributeKey> key = typed.required(KEY, AttributeKey::parse);
        if (key.isPresent() && typed.names(ATTRIBUTE).contains(ATTRIBUTE + key.get())) {
            typed.reject(KEY, Phrase.of("contract.error.attributeThere"));
            return Optional.empty();
        }
        return key.flatMap(known -> typed.required(TEXT, text -> Attribute.parse(known.value(), text)));
    }

    /** Asks for the number of the contract, since nothing that is erased comes back. */
    private static CommandForm erase(Contract contract) {
        return new CommandForm(
                        "erase",
                        CommandForm.Group.END,
                        CommandKind.ERASE_PERSONAL_DATA,
                        List.of(Field.text(NUMBER)),
                        typed -> {
                            if (!typed.text(NUMBER).equals(contract.number().value())) {
                                typed.reject(NUMBER, Phrase.of("contract.error.typeNumber", contract.number()));
                            }
                            return typed.make(() -> (contracts, by) -> contracts.erasePersonalData(contract.id(), by));
                        })
                .forRole(Role.ADMIN);
    }
}
