package io.silverdata.contract.adapters.jdbc.internal.search;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The bind variables of a statement, each of which may stand in it several times. For one thread. */
final class Values {
    private static final Pattern VARIABLE = Pattern.compile(":v(\\d+)");

    private final List<Object> values = new ArrayList<>();

    /** What stands for a value in the statement. */
    String add(Object value) {
        values.add(value);
        return ":v" + (values.size() - 1);
    }

    /** Asks a session, whose rows are read one by one. */
    <T> List<T> ask(Session session, String sql, Session.RowReader<T> reader) {
        List<Object> bound = VARIABLE.matcher(sql).results().map(this::value).toList();
        return session.planned(VARIABLE.matcher(sql).replaceAll("?"), bound, reader);
    }

    private Object value(MatchResult variable) {
        return values.get(Integer.parseInt(variable.group(1)));
    }
}
