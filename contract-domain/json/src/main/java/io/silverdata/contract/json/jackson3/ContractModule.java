package io.silverdata.contract.json.jackson3;

import io.silverdata.contract.json.JsonForm;
import io.silverdata.contract.json.TextForm;
import tools.jackson.databind.module.SimpleModule;

/**
 * A module of Jackson 3 that writes and reads the types of the library as {@code ContractJson} does: contracts, summaries, events, rejections,
 * and values as people write them, also as keys of maps. Needs {@code tools.jackson.core:jackson-databind}, which this module does not
 * bring.
 *
 * <p>What is no such value is a {@code DatabindException} with an {@code InvalidJsonException} as its cause. Immutable once it is
 * registered; then safe for use by any number of threads.
 */
@SuppressWarnings("exports") // a host that uses this class has Jackson: docs/adr/0142
public final class ContractModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    /** A module to be registered with a mapper. */
    public ContractModule() {
        super("contract");
        TextForm.all().forEach(this::text);
        JsonForm.all().forEach(this::object);
    }

    private <T> void text(TextForm<T> form) {
        addSerializer(form.type(), new TextSerializer<>(form));
        addKeySerializer(form.type(), new KeyTextSerializer<>(form));
        addDeserializer(form.type(), new TextDeserializer<>(form));
        addKeyDeserializer(form.type(), new KeyTextDeserializer<>(form));
    }

    private <T> void object(JsonForm<T> form) {
        addSerializer(form.type(), new ObjectSerializer<>(form));
        form.reader().ifPresent(reader -> addDeserializer(form.type(), new ObjectDeserializer<>(form.type(), reader)));
    }
}
