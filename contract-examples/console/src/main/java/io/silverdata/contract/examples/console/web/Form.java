package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.json.RejectionView;
import io.silverdata.contract.model.Rejection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form, and what is wrong with it. Immutable.
 *
 * @param values by the name of their field
 * @param errors messages for people, by the name of their field; those of no field are under the empty name
 */
public record Form(Map<String, String> values, Map<String, String> errors) {
    private static final String NO_FIELD = "";

    public Form {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    /** Nothing typed yet. */
    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    /** What a request has. Of several values of a field the first one counts. */
    public static Form of(MultiValueMap<String, String> parameters) {
        Map<String, String> values = new HashMap<>();
        parameters.toSingleValueMap().forEach((name, value) -> {
            if (value != null) {
                values.put(name, value.strip());
            }
        });
        return new Form(values, Map.of());
    }

    /** The same with a value, such as one to begin with. */
    public Form with(String field, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(field, value);
        return new Form(more, errors);
    }

    /** The same with an error of a field. */
    public Form wrong(String field, String message) {
        Map<String, String> more = new HashMap<>(errors);
        more.putIfAbsent(field, message);
        return new Form(values, more);
    }

    /**
     * The same with what the library says against it: beside the field that it is about, if the form has it.
     *
     * @param fields the form's field for each of the library's
     */
    public Form rejected(Rejection rejection, PageContext page, Map<String, String> fields) {
        String field = RejectionView.of(rejection)
                .field()
                .map(name -> fields.getOrDefault(name, NO_FIELD))
                .orElse(NO_FIELD);
        return wrong(field, page.rejection(rejection));
    }

    /** What was typed; empty text if nothing was. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What was typed, if anything was. */
    public Optional<String> given(String field) {
        return Optional.of(value(field)).filter(value -> !value.isEmpty());
    }

    /** What is wrong with a field. */
    public Optional<String> error(String field) {
        return Optional.ofNullable(errors.get(field));
    }

    /** What is wrong with no field in particular. */
    public Optional<String> error() {
        return error(NO_FIELD);
    }

    /** Whether anything is wrong. */
    public boolean isWrong() {
        return !errors.isEmpty();
    }
}
