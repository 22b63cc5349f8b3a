package io.silverdata.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that stands for a record. Each field is declared once, for both directions.
 *
 * <p>A field that the reader does not know is passed over: a newer writer put it there. An optional field, a list or a field
 * with a default that is not there is empty or has its default: an older writer did not know it, or there was nothing to
 * say. A required field that is not there is an error that names it.
 *
 * @param <T> the record
 */
final class JsonShape<T> {
    private final String name;
    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final Map<String, Field<T, ?>> byName = new HashMap<>();
    private final List<Derived<T, ?>> derived = new ArrayList<>();

    /** Begins the description of a type of that name, which appears in messages only. */
    JsonShape(String name) {
        this.name = name;
    }

    /**
     * A field.
     *
     * @param absent whether a value need not be written
     * @param fallback the value if nothing was written; none if there must be something
     */
    private record Declaration<T, V>(
            String name, Json<V> type, Function<T, V> getter, Function<V, Boolean> absent, Optional<V> fallback) {}

    /** A field for people, which says what follows from others. */
    private record Derived<T, V>(String name, Json<V> type, Function<T, Optional<V>> getter) {
        void write(JsonSink out, T owner) throws IOException {
            Optional<V> value = getter.apply(owner);
            if (value.isPresent()) {
                out.json().writeFieldName(name);
                type.write(out, value.get());
            }
        }
    }

    /** A declared field, by which its value is taken when an object is read. */
    static final class Field<T, V> {
        private final int index;
        private final Declaration<T, V> declaration;

        private Field(int index, Declaration<T, V> declaration) {
            this.index = index;
            this.declaration = declaration;
        }

        private void write(JsonSink out, T owner) throws IOException {
            V value = declaration.getter.apply(owner);
            if (!declaration.absent.apply(value)) {
                out.json().writeFieldName(declaration.name);
                declaration.type.write(out, value);
            }
        }

        private V read(JsonParser in) throws IOException {
            return declaration.type.read(in);
        }
    }

    /** What was found in an object. */
    static final class Values {
        private final String shape;
        private final @Nullable Object[] found;

        private Values(String shape, int fields) {
            this.shape = shape;
            this.found = new @Nullable Object[fields];
        }

        /**
         * The value of a field.
         *
         * @throws IllegalArgumentException if it is required and not there
         */
        @SuppressWarnings("unchecked") // put there by the field itself
        <V> V get(Field<?, V> field) {
            Object value = found[field.index];
            return value != null
                    ? (V) value
                    : field.declaration.fallback.orElseThrow(() -> new IllegalArgumentException(
                            "field " + field.declaration.name + " of " + shape + " is missing"));
        }
    }

    /** A field that is always there. */
    <V> Field<T, V> required(String field, Json<V> type, Function<T, V> getter) {
        return add(new Declaration<>(field, type, getter, value -> false, Optional.empty()));
    }

    /** A field that is left out while it has its default. */
    <V> Field<T, V> orElse(V fallback, String field, Json<V> type, Function<T, V> getter) {
        return add(new Declaration<>(field, type, getter, fallback::equals, Optional.of(fallback)));
    }

    /** A field that may have no value, and is left out then. */
    <V> Field<T, Optional<V>> optional(String field, Json<V> type, Function<T, Optional<V>> getter) {
        Json<Optional<V>> present =
                Json.of((out, value) -> type.write(out, value.orElseThrow()), in -> Optional.of(type.read(in)));
        return orElse(Optional.empty(), field, present, getter);
    }

    /** A field with many values, which is left out if there are none. */
    <V> Field<T, List<V>> list(String field, Json<V> type, Function<T, List<V>> getter) {
        return orElse(List.of(), field, Json.list(type), getter);
    }

    /** What follows from the others: written for people only, and passed over by the reader. */
    <V> void derived(String field, Json<V> type, Function<T, Optional<V>> getter) {
        derived.add(new Derived<>(field, type, getter));
    }

    /** Ends the description: how the record is made of its fields. */
    Json<T> of(Function<Values, T> constructor) {
        return Json.of(this::write, in -> constructor.apply(read(in)));
    }

    private <V> Field<T, V> add(Declaration<T, V> declaration) {
        Field<T, V> field = new Field<>(fields.size(), declaration);
        fields.add(field);
        if (byName.put(declaration.name, field) != null) {
            throw new IllegalStateException(name + " has two fields " + declaration.name);
        }
        return field;
    }

    private void write(JsonSink out, T value) throws IOException {
        out.json().writeStartObject();
        for (Field<T, ?> field : fields) {
            field.write(out, value);
        }
        if (out.form() == Form.SHOWN) {
            for (Derived<T, ?> field : derived) {
                field.write(out, value);
            }
        }
        out.json().writeEndObject();
    }

    private Values read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(name + " must be an object, was " + in.currentToken());
        }
        Values values = new Values(name, fields.size());
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Field<T, ?> field = byName.get(in.currentName());
            if (in.nextToken() != JsonToken.VALUE_NULL && field != null) {
                values.found[field.index] = field.read(in);
            } else {
                in.skipChildren();
            }
        }
        return values;
    }
}
