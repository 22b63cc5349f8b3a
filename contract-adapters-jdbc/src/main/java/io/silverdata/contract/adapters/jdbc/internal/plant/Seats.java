package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spreads the outputs of splitters over the seats of their PON port, and finds seats for claims that move with a splitter. */
final class Seats {
    private final Session session;
    private final Map<PonPortId, Integer> ponPorts;
    private final Map<Integer, Integer> outputs;

    /**
     * For a layout.
     *
     * @param ponPorts the rows of its PON ports
     * @param added its splitters that are new
     */
    Seats(Session session, Map<PonPortId, Integer> ponPorts, List<Splitter> added) {
        this.session = session;
        this.ponPorts = ponPorts;
        outputs = outputsUnder(added.stream()
                .map(splitter -> Rows.get(ponPorts, splitter.ponPort()))
                .distinct()
                .toList());
    }

    /** From where on the outputs of a new splitter try seats: behind those of the splitters before it. */
    int firstFor(Splitter splitter) {
        int ponPort = Rows.get(ponPorts, splitter.ponPort());
        int first = outputs.getOrDefault(ponPort, 0);
        outputs.put(ponPort, first + splitter.outputs());
        return first;
    }

    /** Outputs go with their splitter. Their claims keep on counting, if need be above the limit of the new PON port. */
    void move(Map<SplitterId, SplitterRow> before, Map<SplitterId, SplitterRow> after) {
        before.forEach((name, row) -> {
            SplitterRow now = Rows.get(after, name);
            if (now.ponPortId() != row.ponPortId()) {
                move(now);
            }
        });
    }

    private Map<Integer, Integer> outputsUnder(List<Integer> ids) {
        Map<Integer, Integer> sums = new HashMap<>();
        for (int first = 0; first < ids.size(); first += Rows.KEYS_PER_QUERY) {
            session.query("SELECT pon_port_id, SUM(outputs) FROM {splitter} WHERE pon_port_id IN (<ids>)"
                            + " GROUP BY pon_port_id")
                    .bindList("ids", ids.subList(first, Math.min(first + Rows.KEYS_PER_QUERY, ids.size())))
                    .map((row, context) -> Map.entry(row.getInt(1), row.getInt(2)))
                    .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        }
        return sums;
    }

    private void move(SplitterRow splitter) {
        List<Integer> seated = session.lockingQuery(
                        "SELECT output_no FROM {output} WHERE splitter_id = :splitter AND seat IS NOT NULL FOR UPDATE")
                .bind("splitter", splitter.id())
                .mapTo(Integer.class)
                .list();
        session.update("UPDATE {output} SET pon_port_id = :ponPort, seat = NULL WHERE splitter_id = :splitter")
                .bind("ponPort", splitter.ponPortId())
                .bind("splitter", splitter.id())
                .execute();
        Set<Integer> taken = new HashSet<>(
                session.query("SELECT seat FROM {output} WHERE pon_port_id = :ponPort AND seat IS NOT NULL")
                        .bind("ponPort", splitter.ponPortId())
                        .mapTo(Integer.class)
                        .list());
        int seat = 1;
        for (int output : seated) {
            while (!taken.add(seat)) {
                seat++;
            }
            session.update("UPDATE {output} SET seat = :seat WHERE splitter_id = :splitter AND output_no = :output")
                    .bind("seat", seat)
                    .bind("splitter", splitter.id())
                    .bind("output", output)
                    .execute();
        }
    }
}
