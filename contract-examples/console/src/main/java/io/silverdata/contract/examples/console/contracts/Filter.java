package io.silverdata.contract.examples.console.contracts;

import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked for beside the text: a value for each filter that is set, by the name of its parameter. Values that are none of the
 * allowed are as if they were not there: they come from hands in the address bar.
 */
record Filter(Map<String, String> values) {
    static final String TEXT = "q";
    static final String MEANING = "in";
    static final String STATUS = "status";
    static final String NETWORK = "network";
    static final String HOLD = "hold";
    static final String PLAN = "plan";
    static final String OLT = "olt";
    static final String ORDER = "order";

    /** Reasons that every operator has. */
    static final List<SuspensionReason> HOLDS = List.of(
            SuspensionReason.NON_PAYMENT,
            SuspensionReason.CUSTOMER_REQUEST,
            SuspensionReason.FRAUD_ABUSE,
            SuspensionReason.LEGAL_REGULATORY,
            SuspensionReason.FAIR_USE,
            SuspensionReason.TECHNICAL,
            SuspensionReason.ADMINISTRATIVE);

    private static final List<String> NAMES = List.of(TEXT, MEANING, STATUS, NETWORK, HOLD, PLAN, OLT, ORDER);

    static Filter of(Form form) {
        Map<String, String> given = new LinkedHashMap<>();
        NAMES.forEach(name -> form.given(name).ifPresent(value -> given.put(name, value)));
        return new Filter(given);
    }

    /** Everything but the text. */
    ContractQuery query() {
        ContractQuery.Builder query = ContractQuery.builder().orderBy(order());
        constant(Status.class, STATUS).ifPresent(query::status);
        constant(ProvisioningState.Summary.class, NETWORK).ifPresent(query::provisioning);
        given(HOLD)
                .flatMap(code -> HOLDS.stream()
                        .filter(reason -> reason.code().equals(code))
                        .findFirst())
                .ifPresent(query::heldFor);
        given(PLAN).flatMap(text -> PlanId.parse(text).toJavaOptional()).ifPresent(query::plan);
        given(OLT).flatMap(text -> OltId.parse(text).toJavaOptional()).ifPresent(query::olt);
        return query.build();
    }

    /** By number, unless another order is wanted. */
    ContractOrder order() {
        return constant(ContractOrder.class, ORDER).orElse(ContractOrder.NUMBER);
    }

    Optional<String> text() {
        return given(TEXT);
    }

    Optional<SearchText.Meaning> meaning() {
        return constant(SearchText.Meaning.class, MEANING);
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The same with another value of a filter; without it if the value is empty. */
    Filter with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return new Filter(other);
    }

    /** The address of a path with these filters. */
    String link(String path) {
        return values.isEmpty()
                ? path
                : path + "?"
                        + values.entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    private <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return given(name)
                .flatMap(value -> List.of(type.getEnumConstants()).stream()
                        .filter(constant -> constant.name().equals(value))
                        .findFirst());
    }
}
