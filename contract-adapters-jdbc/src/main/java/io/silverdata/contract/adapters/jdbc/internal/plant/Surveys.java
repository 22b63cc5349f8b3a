package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known about splitters, for all of them with the same few queries. */
final class Surveys {
    private final Session session;
    private final Instant now;

    private record Head(PonPort ponPort, ServiceState olt) {}

    private record Count(int key, int outputs) {}

    Surveys(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    List<SplitterSurvey> of(List<SplitterRow> splitters) {
        if (splitters.isEmpty()) {
            return List.of();
        }
        Map<Integer, SplitterRow> chains = withParents(splitters);
        Set<Integer> ids = splitters.stream().map(SplitterRow::id).collect(Collectors.toSet());
        Set<Integer> ponPortIds = splitters.stream().map(SplitterRow::ponPortId).collect(Collectors.toSet());
        Map<Integer, Head> heads = heads(ponPortIds);
        Map<Integer, Integer> free = counts("splitter_id", OutputRows.IS_FREE, ids);
        Map<Integer, Integer> subscribers =
                counts("pon_port_id", "o.seat IS NOT NULL AND " + OutputRows.IS_LIVE, ponPortIds);
        return splitters.stream()
                .map(row -> {
                    Head head = Rows.get(heads, row.ponPortId());
                    return new SplitterSurvey(
                            chain(row, chains),
                            head.ponPort(),
                            head.olt(),
                            free.getOrDefault(row.id(), 0),
                            subscribers.getOrDefault(row.ponPortId(), 0));
                })
                .toList();
    }

    private Map<Integer, SplitterRow> withParents(List<SplitterRow> splitters) {
        Map<Integer, SplitterRow> known = new HashMap<>();
        Collection<SplitterRow> next = splitters;
        while (!next.isEmpty()) {
            next.forEach(row -> known.put(row.id(), row));
            Set<Integer> parents = next.stream()
                    .flatMap(row -> row.parentId().stream())
                    .filter(parent -> !known.containsKey(parent))
                    .collect(Collectors.toSet());
            next = SplitterRow.byId(session, parents);
        }
        return known;
    }

    private static List<Splitter> chain(SplitterRow row, Map<Integer, SplitterRow> known) {
        Deque<Splitter> chain = new ArrayDeque<>();
        Optional<SplitterRow> next = Optional.of(row);
        while (next.isPresent()) {
            chain.push(next.get().splitter());
            next = next.get().parentId().map(known::get);
        }
        return List.copyOf(chain);
    }

    private Map<Integer, Head> heads(Set<Integer> ponPortIds) {
        return session
                .query("SELECT p.pon_port_id, p.olt_id, p.frame, p.slot, p.port, p.technologies,"
                        + " p.subscriber_limit, p.transmit_power, p.state, t.state FROM {pon_port} p"
                        + " JOIN {olt} t ON t.olt_id = p.olt_id WHERE p.pon_port_id IN (<ids>)")
                .bindList("ids", List.copyOf(ponPortIds))
                .map((row, context) -> Map.entry(row.getInt(1), head(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Head head(ResultSet row) throws SQLException {
        PonPort ponPort = new PonPort(
                OutputRows.ponPort(row, 2),
                Arrays.stream(row.getString(6).split(",", -1))
                        .map(Technology::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt(7),
                row.getObject(8) == null ? Optional.empty() : Optional.of(new OpticalPower(row.getInt(8))),
                ServiceState.valueOf(row.getString(9)));
        return new Head(ponPort, ServiceState.valueOf(row.getString(10)));
    }

    private Map<Integer, Integer> counts(String key, String condition, Set<Integer> keys) {
        return session
                .query("SELECT o." + key + ", COUNT(*) FROM {output} o WHERE o." + key + " IN (<keys>) AND " + condition
                        + " GROUP BY o." + key)
                .bindList("keys", List.copyOf(keys))
                .bind("now", now)
                .map((row, context) -> new Count(row.getInt(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Count::key, Count::outputs));
    }
}
