package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.RunLimits;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a form that begins a run, and keeps what is wrong with them. For use by one thread. */
public final class RunFields {
    private static final int HUNDRED = 100;
    private static final int MOST = 10_000_000;

    private final PageContext page;
    private Form form;

    /** Reads what was typed. */
    public RunFields(Form form, PageContext page) {
        this.form = form;
        this.page = page;
    }

    /** What was typed, with what is wrong about it. */
    public Form form() {
        return form;
    }

    /** What was typed into a field, if anything was. */
    public Optional<String> given(String field) {
        return form.given(field);
    }

    /** What was typed into a field that must not be empty; empty text if nothing was. */
    public String required(String field) {
        if (form.given(field).isEmpty()) {
            wrong(field, page.text("run.required"));
        }
        return form.value(field);
    }

    /** A value of the library's, if one was typed. */
    public <T> Optional<T> value(String field, Function<String, Either<Rejection.InvalidValue, T>> parse) {
        return form.given(field)
                .flatMap(text -> parse.apply(text)
                        .peekLeft(bad -> wrong(field, page.rejection(bad)))
                        .toJavaOptional());
    }

    /** A value of the library's that must be typed. */
    public <T> Optional<T> requiredValue(String field, Function<String, Either<Rejection.InvalidValue, T>> parse) {
        return required(field).isEmpty() ? Optional.empty() : value(field, parse);
    }

    /** One of the constants, if one was chosen. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return form.given(field).flatMap(text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return Optional.of(constant);
                }
            }
            wrong(field, page.text("run.choose"));
            return Optional.empty();
        });
    }

    /** One of the constants, which must be chosen. */
    public <E extends Enum<E>> Optional<E> requiredChoice(String field, Class<E> type) {
        return required(field).isEmpty() ? Optional.empty() : choice(field, type);
    }

    /** A whole number from 1, if one was typed. */
    public Optional<Integer> number(String field, int most) {
        return form.given(field).flatMap(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException notANumber) {
                // told below, like one that is out of range
            }
            wrong(field, page.text("run.number", page.number(most)));
            return Optional.empty();
        });
    }

    /** The limits: {@code maxContracts}, {@code maxPercent} of the live contracts, {@code perSecond}. */
    public RunLimits limits() {
        RunLimits limits = RunLimits.none();
        Optional<Integer> contracts = number("maxContracts", MOST);
        Optional<Integer> percent = number("maxPercent", HUNDRED);
        Optional<Integer> pace = number("perSecond", MOST);
        RunLimits counted = contracts.map(limits::withMaxContracts).orElse(limits);
        RunLimits shared = percent.map(share -> counted.withMaxShare(share / (double) HUNDRED))
                .orElse(counted);
        return pace.map(shared::withPerSecond).orElse(shared);
    }

    /** Says what is wrong with a field; the first error of a field stays. */
    public void wrong(String field, String message) {
        form = form.wrong(field, message);
    }

    /** Whether anything is wrong. */
    public boolean isWrong() {
        return form.isWrong();
    }
}
