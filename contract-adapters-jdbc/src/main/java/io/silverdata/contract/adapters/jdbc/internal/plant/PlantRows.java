package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** OLTs, PON ports, splitters, and a row for each splitter output. */
public final class PlantRows implements Plant {
    private final Sessions sessions;
    private final OutputRows outputs;
    private final WriteTemplate claiming;

    public PlantRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        outputs = new OutputRows(dialect);
        claiming = OutputsAhead.claiming(dialect, names);
    }

    /** A part of the unit of work that sees outputs as they are once claims are written that wait. */
    private <T> T with(Function<Session, T> part) {
        return sessions.with(session -> part.apply(session.flushedFor("output")));
    }

    @Override
    public void install(PlantLayout layout) {
        with(session -> {
            new LayoutRows(session).install(layout);
            return Boolean.TRUE;
        });
    }

    @Override
    public void splice(List<Splitter> splitters) {
        with(session -> {
            new LayoutRows(session).splice(splitters);
            return Boolean.TRUE;
        });
    }

    @Override
    public Optional<Rejection> remove(SplitterId splitter) {
        return with(session -> new PartRows(session).remove(splitter));
    }

    @Override
    public Optional<Rejection> remove(PonPortId ponPort) {
        return with(session -> new PartRows(session).remove(ponPort));
    }

    @Override
    public Optional<Rejection> remove(OltId olt) {
        return with(session -> new PartRows(session).remove(olt));
    }

    @Override
    public Optional<Rejection> rename(SplitterId splitter, SplitterId name) {
        return with(session -> new PartRows(session).rename(splitter, name));
    }

    @Override
    public boolean setCondition(SplitterOutputId port, PortCondition condition) {
        return with(session -> outputs.setCondition(session, port, condition));
    }

    @Override
    public boolean setState(OltId olt, ServiceState state) {
        return with(session -> session.update("UPDATE {olt} SET state = :state WHERE olt_id = :olt")
                        .bind("state", state.name())
                        .bind("olt", olt.value())
                        .execute()
                > 0);
    }

    @Override
    public boolean setState(PonPortId ponPort, ServiceState state) {
        return with(session -> session.update("UPDATE {pon_port} SET state = :state WHERE olt_id = :olt"
                                + " AND frame = :frame AND slot = :slot AND port = :port")
                        .bind("state", state.name())
                        .bind("olt", ponPort.olt().value())
                        .bind("frame", ponPort.frame())
                        .bind("slot", ponPort.slot())
                        .bind("port", ponPort.port())
                        .execute()
                > 0);
    }

    @Override
    public Optional<ServiceState> state(OltId olt) {
        return with(session -> session.query("SELECT state FROM {olt} WHERE olt_id = :olt")
                .bind("olt", olt.value())
                .mapTo(String.class)
                .findOne()
                .map(ServiceState::valueOf));
    }

    @Override
    public List<OltId> olts() {
        return with(session ->
                session.query("SELECT olt_id FROM {olt}").map((row, context) -> new OltId(row.getString(1))).stream()
                        .sorted()
                        .toList());
    }

    @Override
    public Optional<SplitterSurvey> survey(SplitterId splitter, Instant now) {
        return with(session -> SplitterRow.byName(session, List.of(splitter)).stream()
                .findFirst()
                .map(row -> new Surveys(session, now).of(List.of(row)).get(0)));
    }

    @Override
    public List<SplitterSurvey> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        Bounds.max(max);
        return with(session -> {
            List<Nearby.Found> nearest = new Nearby(session, position, radius, now).first(max);
            Map<Integer, SplitterRow> rows =
                    SplitterRow.byId(
                                    session,
                                    nearest.stream().map(Nearby.Found::id).toList())
                            .stream()
                            .collect(Collectors.toMap(SplitterRow::id, Function.identity()));
            return new Surveys(session, now)
                    .of(nearest.stream()
                            .map(splitter -> Rows.get(rows, splitter.id()))
                            .toList());
        });
    }

    @Override
    public Optional<SplitterOutput> port(SplitterOutputId port) {
        return sessions.with(session ->
                OutputsAhead.of(session).find(port).or(() -> outputs.find(session.flushedFor("output"), port)));
    }

    @Override
    public Set<Technology> technologiesAt(SplitterId splitter, Instant now) {
        return sessions.with(session -> OutputsAhead.of(session)
                .technologiesAt(splitter)
                .orElseGet(() -> session.query("SELECT p.technologies FROM {splitter} s"
                                + " JOIN {pon_port} p ON p.pon_port_id = s.pon_port_id WHERE s.name = :splitter")
                        .bind("splitter", splitter.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(PonPortRow::technologies)
                        .orElse(Set.of())));
    }

    @Override
    public void readAhead(Collection<SplitterOutputId> ahead) {
        if (!ahead.isEmpty()) {
            with(session -> {
                OutputsAhead.of(session).read(session, ahead);
                return Boolean.TRUE;
            });
        }
    }

    @Override
    public List<SplitterOutput> portsOf(ContractId contract) {
        return with(session -> outputs.heldBy(session, contract));
    }

    @Override
    public List<SplitterOutput> portsOfAll(Collection<ContractId> contracts) {
        return contracts.isEmpty() ? List.of() : with(session -> outputs.heldByAll(session, contracts));
    }

    @Override
    public List<SplitterOutputId> freePorts(SplitterId splitter, int max, Instant now) {
        Bounds.max(max);
        return with(session -> outputs.free(session, splitter, max, now));
    }

    @Override
    public ClaimOutcome claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        return sessions.with(session -> OutputsAhead.of(session)
                .claim(session, claiming, port, contract, claim, now)
                .orElseGet(() -> new Claiming(session.flushedFor("output"), port, contract, claim, now).outcome()));
    }

    @Override
    public Optional<ClaimOutcome> claimUnlessBusy(
            SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        return with(session -> new Claiming(session, port, contract, claim, now).outcomeUnlessBusy());
    }

    @Override
    public boolean release(SplitterOutputId port, ContractId contract, Instant restUntil, Instant now) {
        return with(session -> outputs.release(session, port, contract, restUntil, now));
    }

    @Override
    public List<PonPortOccupancy> occupancy(Instant now) {
        return with(session -> outputs.occupancy(session, now));
    }
}
