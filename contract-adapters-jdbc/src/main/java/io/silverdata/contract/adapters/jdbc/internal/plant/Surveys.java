package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterSurvey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known about splitters, for all of them with the same few queries. */
final class Surveys {
    private final Session session;
    private final Instant now;

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
        Map<Integer, PonPortRow> heads = heads(ponPortIds);
        Map<Integer, Integer> free = counts("splitter_id", OutputRows.IS_FREE, ids);
        Map<Integer, Integer> subscribers =
                counts("pon_port_id", "o.seat IS NOT NULL AND " + OutputRows.IS_LIVE, ponPortIds);
        return splitters.stream()
                .map(row -> {
                    PonPortRow head = Rows.get(heads, row.ponPortId());
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

    private Map<Integer, PonPortRow> heads(Set<Integer> ponPortIds) {
        return session
                .query("SELECT " + PonPortRow.COLUMNS + " FROM {pon_port} p" + PonPortRow.JOIN_OLT
                        + " WHERE p.pon_port_id IN (<ids>)")
                .bindList("ids", List.copyOf(ponPortIds))
                .map((row, context) -> PonPortRow.read(row, 1))
                .stream()
                .collect(Collectors.toMap(PonPortRow::id, Function.identity()));
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
