package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** OLTs, PON ports, splitters, and a row for each splitter output. */
final class PlantRows implements Plant {
    private final JdbcUnitOfWork unitOfWork;
    private final OutputRows outputs;

    PlantRows(JdbcUnitOfWork unitOfWork, Dialect dialect) {
        this.unitOfWork = unitOfWork;
        outputs = new OutputRows(dialect);
    }

    @Override
    public void install(PlantLayout layout) {
        unitOfWork.in(session -> {
            new LayoutRows(session).install(layout);
            return Boolean.TRUE;
        });
    }

    @Override
    public boolean setCondition(SplitterOutputId port, PortCondition condition) {
        return unitOfWork.in(session -> outputs.setCondition(session, port, condition));
    }

    @Override
    public boolean setState(OltId olt, ServiceState state) {
        return unitOfWork.in(session -> session.update("UPDATE {olt} SET state = :state WHERE olt_id = :olt")
                        .bind("state", state.name())
                        .bind("olt", olt.value())
                        .execute()
                > 0);
    }

    @Override
    public boolean setState(PonPortId ponPort, ServiceState state) {
        return unitOfWork.in(session -> session.update("UPDATE {pon_port} SET state = :state WHERE olt_id = :olt"
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
    public List<OltId> olts() {
        return unitOfWork.in(session ->
                session.query("SELECT olt_id FROM {olt}").map((row, context) -> new OltId(row.getString(1))).stream()
                        .sorted()
                        .toList());
    }

    @Override
    public Optional<SplitterSurvey> survey(SplitterId splitter, Instant now) {
        return unitOfWork.in(session -> SplitterRow.byName(session, List.of(splitter)).stream()
                .findFirst()
                .map(row -> new Surveys(session, now).of(List.of(row)).get(0)));
    }

    @Override
    public List<SplitterSurvey> nearest(GeoPosition position, Distance radius, int max, Instant now) {
        Bounds.max(max);
        return unitOfWork.in(
                session -> new Surveys(session, now).of(new Nearby(session, position, radius, now).first(max)));
    }

    @Override
    public Optional<SplitterOutput> port(SplitterOutputId port) {
        return unitOfWork.in(session -> outputs.find(session, port));
    }

    @Override
    public List<SplitterOutput> portsOf(ContractId contract) {
        return unitOfWork.in(session -> outputs.heldBy(session, contract));
    }

    @Override
    public List<SplitterOutputId> freePorts(SplitterId splitter, int max, Instant now) {
        Bounds.max(max);
        return unitOfWork.in(session -> outputs.free(session, splitter, max, now));
    }

    @Override
    public ClaimOutcome claim(SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        return unitOfWork.in(session -> new Claiming(session, port, contract, claim, now).outcome());
    }

    @Override
    public Optional<ClaimOutcome> claimUnlessBusy(
            SplitterOutputId port, ContractId contract, PortClaim claim, Instant now) {
        return unitOfWork.in(session -> new Claiming(session, port, contract, claim, now).outcomeUnlessBusy());
    }

    @Override
    public boolean release(SplitterOutputId port, ContractId contract, Instant restUntil, Instant now) {
        return unitOfWork.in(session -> outputs.release(session, port, contract, restUntil, now));
    }

    @Override
    public List<PonPortOccupancy> occupancy(Instant now) {
        return unitOfWork.in(session -> outputs.occupancy(session, now));
    }
}
