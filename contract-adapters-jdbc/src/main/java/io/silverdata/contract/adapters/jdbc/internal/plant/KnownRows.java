package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.KnownPlant;
import io.silverdata.contract.spi.PlantLayout;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rows say before a layout is installed; read once, the splitters of the layout in few queries. */
final class KnownRows implements KnownPlant {
    private final Session session;
    private final Map<OltId, Boolean> olts = new HashMap<>();
    private final Map<OltId, Set<PonPortId>> ponPorts = new HashMap<>();
    private final Map<SplitterId, Optional<SplitterRow>> splitters = new HashMap<>();
    private final Map<SplitterId, List<Splitter>> fed = new HashMap<>();

    KnownRows(Session session, PlantLayout layout) {
        this.session = session;
        Set<SplitterId> named = layout.splitters().stream()
                .flatMap(splitter -> Stream.concat(
                        Stream.of(splitter.id()), splitter.parent().map(SplitterOutputId::splitter).stream()))
                .collect(Collectors.toSet());
        named.forEach(name -> splitters.put(name, Optional.empty()));
        SplitterRow.byName(session, named)
                .forEach(row -> splitters.put(row.splitter().id(), Optional.of(row)));
    }

    Optional<SplitterRow> row(SplitterId splitter) {
        return splitters.computeIfAbsent(
                splitter,
                name -> SplitterRow.byName(session, List.of(name)).stream().findFirst());
    }

    /** Those of the splitters that are there. */
    Map<SplitterId, SplitterRow> rows(Collection<Splitter> wanted) {
        Map<SplitterId, SplitterRow> rows = new TreeMap<>();
        wanted.forEach(splitter -> row(splitter.id()).ifPresent(row -> rows.put(splitter.id(), row)));
        return rows;
    }

    @Override
    public boolean has(OltId olt) {
        return olts.computeIfAbsent(
                olt,
                id -> session.query("SELECT 1 FROM {olt} WHERE olt_id = :olt")
                        .bind("olt", id.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Override
    public boolean has(PonPortId ponPort) {
        return ponPorts.computeIfAbsent(ponPort.olt(), this::ponPortsOf).contains(ponPort);
    }

    @Override
    public Optional<Splitter> find(SplitterId splitter) {
        return row(splitter).map(SplitterRow::splitter);
    }

    @Override
    public Optional<Splitter> fedFrom(SplitterOutputId output) {
        return row(output.splitter())
                .flatMap(parent -> fedBy(parent.splitter()).stream()
                        .filter(fed -> fed.parent().equals(Optional.of(output)))
                        .findFirst());
    }

    @Override
    public Collection<Splitter> fedBy(Splitter parent) {
        return fed.computeIfAbsent(
                parent.id(),
                name -> row(name).stream()
                        .flatMap(row -> SplitterRow.fedBy(session, row).stream())
                        .map(SplitterRow::splitter)
                        .toList());
    }

    @Override
    public List<ContractId> holdersOf(SplitterId splitter, int max) {
        return row(splitter).stream()
                .flatMap(row -> session
                        .query("SELECT holder FROM {output} WHERE splitter_id = :splitter AND holder IS NOT NULL"
                                + " AND claim_state <> '" + PortState.QUARANTINED + "' ORDER BY output_no LIMIT :max")
                        .bind("splitter", row.id())
                        .bind("max", max)
                        .mapTo(ContractId.class)
                        .stream())
                .toList();
    }

    @Override
    public Optional<ContractId> holderOf(SplitterOutputId output) {
        return row(output.splitter())
                .flatMap(splitter -> session.query("SELECT holder FROM {output}"
                                + " WHERE splitter_id = :splitter AND output_no = :output AND holder IS NOT NULL")
                        .bind("splitter", splitter.id())
                        .bind("output", output.output())
                        .mapTo(ContractId.class)
                        .findOne());
    }

    private Set<PonPortId> ponPortsOf(OltId olt) {
        return new HashSet<>(session.query("SELECT olt_id, frame, slot, port FROM {pon_port} WHERE olt_id = :olt")
                .bind("olt", olt.value())
                .map((row, context) -> OutputRows.ponPort(row, 1))
                .list());
    }
}
