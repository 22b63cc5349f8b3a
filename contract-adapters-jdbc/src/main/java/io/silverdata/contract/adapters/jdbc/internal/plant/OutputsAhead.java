package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Outputs that a unit of work read ahead, and the seats of their PON ports, both as it leaves them. A free output among them is claimed without a
 * message: its row changes with all others when the unit of work ends, on condition that it is still free. For one unit of work.
 */
final class OutputsAhead {
    private final Map<SplitterOutputId, ClaimSituation> situations = new HashMap<>();
    private final Map<SplitterId, Set<Technology>> technologies = new HashMap<>();

    private OutputsAhead() {}

    static OutputsAhead of(Session session) {
        return session.memo(OutputsAhead.class, OutputsAhead::new);
    }

    /** An output that was read, with its place and the technologies there. */
    private record Row(
            SplitterOutput output,
            int splitterId,
            int ponPortId,
            int limit,
            int firstSeat,
            Set<Technology> technologies) {}

    /** A seat that is given. */
    private record Seat(int ponPortId, int seat, Optional<Instant> until) {}

    void read(Session session, Collection<SplitterOutputId> outputs) {
        List<SplitterOutputId> all = List.copyOf(outputs);
        for (int first = 0; first < all.size(); first += Rows.KEYS_PER_QUERY) {
            List<Row> rows = rows(session, all.subList(first, Math.min(first + Rows.KEYS_PER_QUERY, all.size())));
            Map<Integer, List<Seat>> seats =
                    seats(session, rows.stream().map(Row::ponPortId).distinct().toList());
            Map<Integer, NavigableSet<Integer>> taken = new HashMap<>();
            for (Row row : rows) {
                List<Seat> given = seats.getOrDefault(row.ponPortId, List.of());
                // One set for all outputs of a PON port, so that a seat is given once.
                NavigableSet<Integer> seated = taken.computeIfAbsent(
                        row.ponPortId,
                        id -> given.stream().map(Seat::seat).collect(Collectors.toCollection(TreeSet::new)));
                // A claim that ends may be over: its seat is taken as long as there are others.
                Set<Integer> ending = given.stream()
                        .filter(seat -> seat.until.isPresent())
                        .map(Seat::seat)
                        .collect(Collectors.toSet());
                technologies.put(row.output.id().splitter(), row.technologies);
                situations.put(
                        row.output.id(),
                        new ClaimSituation(
                                row.output, row.splitterId, row.ponPortId, row.limit, row.firstSeat, seated, ending));
            }
        }
    }

    private static List<Row> rows(Session session, List<SplitterOutputId> outputs) {
        List<Object> values = new ArrayList<>();
        outputs.forEach(output -> {
            values.add(output.splitter().value());
            values.add(output.output());
        });
        return session.ask(
                "SELECT " + OutputRows.COLUMNS
                        + ", o.splitter_id, o.pon_port_id, p.subscriber_limit, s.first_seat, p.technologies FROM "
                        + OutputRows.TABLES + " WHERE (s.name, o.output_no) IN ("
                        + String.join(", ", Collections.nCopies(outputs.size(), "(?, ?)")) + ")",
                values,
                row -> new Row(
                        OutputRows.output(session.dialect(), row),
                        row.getInt(OutputRows.WIDTH + 1),
                        row.getInt(OutputRows.WIDTH + 2),
                        row.getInt(OutputRows.WIDTH + 3),
                        row.getInt(OutputRows.WIDTH + 4),
                        PonPortRow.technologies(row.getString(OutputRows.WIDTH + 5))));
    }

    private static Map<Integer, List<Seat>> seats(Session session, List<Integer> ponPorts) {
        if (ponPorts.isEmpty()) {
            return Map.of();
        }
        return session
                .ask(
                        "SELECT pon_port_id, seat, claim_until FROM {output} WHERE seat IS NOT NULL AND pon_port_id IN ("
                                + String.join(", ", Collections.nCopies(ponPorts.size(), "?")) + ")",
                        ponPorts,
                        row -> {
                            int ponPort = row.getInt(1);
                            int seat = row.getInt(2);
                            long until = row.getLong(3);
                            return new Seat(
                                    ponPort,
                                    seat,
                                    row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(until)));
                        })
                .stream()
                .collect(Collectors.groupingBy(Seat::ponPortId));
    }

    Optional<SplitterOutput> find(SplitterOutputId output) {
        return Optional.ofNullable(situations.get(output)).map(ClaimSituation::output);
    }

    Optional<Set<Technology>> technologiesAt(SplitterId splitter) {
        return Optional.ofNullable(technologies.get(splitter));
    }

    /**
     * Claims an output for good.
     *
     * @return the outcome; empty if the output was not read ahead, or only its row can tell
     */
    Optional<ClaimOutcome> claim(
            Session session,
            WriteTemplate claiming,
            SplitterOutputId output,
            ContractId contract,
            PortClaim claim,
            Instant now) {
        Optional<ClaimSituation> known = Optional.ofNullable(situations.get(output))
                .filter(seen -> claim.state() == PortState.IN_USE && !seen.isCrowded());
        if (known.isEmpty()) {
            return unknown();
        }
        ClaimSituation seen = known.get();
        if (!seen.output().isOpenTo(contract, now)) {
            return Optional.of(ClaimOutcome.TAKEN);
        }
        OptionalInt seat = seen.vacant();
        if (seen.output().claim().isPresent()
                || (seat.isEmpty() && !seen.stale().isEmpty())) {
            return unknown();
        }
        if (seat.isEmpty()) {
            return Optional.of(ClaimOutcome.PON_PORT_FULL);
        }
        take(session, claiming, seen, contract, claim, seat.getAsInt(), now);
        return Optional.of(ClaimOutcome.CLAIMED);
    }

    /** The claim is made in the row, and then nothing is known ahead any more. */
    private Optional<ClaimOutcome> unknown() {
        situations.clear();
        return Optional.empty();
    }

    private void take(
            Session session,
            WriteTemplate claiming,
            ClaimSituation seen,
            ContractId contract,
            PortClaim claim,
            int seat,
            Instant now) {
        SplitterOutput output = seen.output();
        seen.taken().add(seat);
        situations.put(
                output.id(),
                new ClaimSituation(
                        new SplitterOutput(
                                output.id(),
                                output.ponPort(),
                                output.condition(),
                                Optional.of(contract),
                                Optional.of(claim),
                                Optional.empty()),
                        seen.splitterId(),
                        seen.ponPortId(),
                        seen.limit(),
                        seen.firstSeat(),
                        seen.taken(),
                        seen.stale()));
        session.defer(DeferredWrite.of(
                        claiming,
                        output.id(),
                        Kind.SPLITTER_PORT,
                        "claiming " + output.id(),
                        ContractIds.bound(session.dialect(), contract),
                        seat,
                        seen.splitterId(),
                        output.id().output(),
                        Micros.of(now))
                .thatMustFind()
                .meaning("output_seat", Kind.SERIALIZATION));
    }

    /** Takes a free output that has no seat yet. The values: contract, seat, splitter, output, time. */
    static WriteTemplate claiming(Dialect dialect, TableNames names) {
        String set = "holder = %s, claim_state = 'IN_USE', claim_until = NULL, rest_until = NULL, seat = %s";
        return switch (dialect) {
            case POSTGRESQL ->
                WriteTemplate.rows(
                        names,
                        "output",
                        "UPDATE {output} o SET " + set.formatted("n.holder", "n.seat") + " FROM (VALUES ",
                        "(CAST(? AS UUID), CAST(? AS SMALLINT), CAST(? AS INTEGER), CAST(? AS SMALLINT), CAST(? AS BIGINT))",
                        ") n (holder, seat, splitter_id, output_no, at) WHERE o.splitter_id = n.splitter_id"
                                + " AND o.output_no = n.output_no AND " + isFree("n.at"));
            case H2, MARIADB ->
                WriteTemplate.one(
                        names,
                        "output",
                        "UPDATE {output} o SET " + set.formatted("?", "?")
                                + " WHERE o.splitter_id = ? AND o.output_no = ? AND " + isFree("?"));
        };
    }

    private static String isFree(String at) {
        return "o.usability = 'SERVICEABLE' AND o.holder IS NULL AND COALESCE(o.rest_until, 0) <= " + at;
    }
}
