package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The bind variables of a question, each of which may stand in it several times. For one thread. */
public final class Values {
    private static final Pattern VARIABLE = Pattern.compile(":([a-z]\\w*)");

    private final Map<String, Object> values = new HashMap<>();

    /** What stands for a value in the question. */
    public String add(Object value) {
        String name = "v" + values.size();
        bind(name, value);
        return ":" + name;
    }

    /** The value of a variable that the question names. */
    public Values bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Asks the question, whose rows are read one by one. */
    public <T> List<T> ask(Questions questions, String sql, Questions.RowReader<T> reader) {
        List<Object> bound = VARIABLE.matcher(sql).results().map(this::value).toList();
        return questions.ask(VARIABLE.matcher(sql).replaceAll("?"), bound, reader);
    }

    private Object value(MatchResult variable) {
        return Objects.requireNonNull(values.get(variable.group(1)), variable::group);
    }
}
