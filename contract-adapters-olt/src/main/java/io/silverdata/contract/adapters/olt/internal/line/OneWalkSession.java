package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A session that walks each table once and keeps its rows, for callers that look up many rows of one table. */
final class OneWalkSession extends ForwardingSession {
    private final Map<Walk, List<Row>> walked = new HashMap<>();

    OneWalkSession(OltSession session) {
        super(session);
    }

    @Override
    public void walk(Walk walk, Predicate<Row> visitor) {
        List<Row> rows = walked.get(walk);
        if (rows == null) {
            rows = allRows(walk);
            walked.put(walk, rows);
        }
        for (Row row : rows) {
            if (!visitor.test(row)) {
                return;
            }
        }
    }

    private List<Row> allRows(Walk walk) {
        List<Row> rows = new ArrayList<>();
        super.walk(walk, rows::add);
        return rows;
    }
}
