package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.LONG;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.PlantJson.LINE;
import static io.silverdata.contract.json.PlantJson.OUTPUT;
import static io.silverdata.contract.json.PlantJson.PORTS;
import static io.silverdata.contract.json.TermsJson.DRIFT;
import static io.silverdata.contract.json.TermsJson.FAILURE;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.ContractEvent.DriftDetected;
import io.silverdata.contract.model.ContractEvent.DriftRepaired;
import io.silverdata.contract.model.ContractEvent.LinesWrittenOff;
import io.silverdata.contract.model.ContractEvent.MovePrepared;
import io.silverdata.contract.model.ContractEvent.MoveWithdrawn;
import io.silverdata.contract.model.ContractEvent.PortsMoved;
import io.silverdata.contract.model.ContractEvent.PortsReleased;
import io.silverdata.contract.model.ContractEvent.ProvisioningConfirmed;
import io.silverdata.contract.model.ContractEvent.ProvisioningFailed;
import io.silverdata.contract.model.ContractEvent.ProvisioningRetried;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.List;

/** The events that the network, and the plant below it, bring about. */
final class NetworkEventJson {
    private static final Json<NetworkTarget> TARGET = Json.constant(NetworkTarget.class);

    private NetworkEventJson() {}

    static Json<ProvisioningConfirmed> provisioningConfirmed() {
        JsonShape<ProvisioningConfirmed> shape = new JsonShape<>("provisioningConfirmed");
        Field<ProvisioningConfirmed, NetworkTarget> target =
                shape.required("target", TARGET, ProvisioningConfirmed::target);
        Field<ProvisioningConfirmed, Long> desired =
                shape.required("desired", LONG, ProvisioningConfirmed::desiredVersion);
        return shape.of(in -> new ProvisioningConfirmed(in.get(target), in.get(desired)));
    }

    static Json<PortsReleased> portsReleased() {
        JsonShape<PortsReleased> shape = new JsonShape<>("portsReleased");
        Field<PortsReleased, List<SplitterOutputId>> outputs = shape.list("outputs", OUTPUT, PortsReleased::ports);
        return shape.of(in -> new PortsReleased(in.get(outputs)));
    }

    static Json<MovePrepared> movePrepared() {
        JsonShape<MovePrepared> shape = new JsonShape<>("movePrepared");
        Field<MovePrepared, PortAssignment> to = shape.required("to", PORTS, MovePrepared::to);
        return shape.of(in -> new MovePrepared(in.get(to)));
    }

    static Json<MoveWithdrawn> moveWithdrawn() {
        JsonShape<MoveWithdrawn> shape = new JsonShape<>("moveWithdrawn");
        Field<MoveWithdrawn, PortAssignment> to = shape.required("to", PORTS, MoveWithdrawn::to);
        return shape.of(in -> new MoveWithdrawn(in.get(to)));
    }

    static Json<PortsMoved> portsMoved() {
        JsonShape<PortsMoved> shape = new JsonShape<>("portsMoved");
        Field<PortsMoved, PortAssignment> from = shape.required("from", PORTS, PortsMoved::from);
        Field<PortsMoved, PortAssignment> to = shape.required("to", PORTS, PortsMoved::to);
        return shape.of(in -> new PortsMoved(in.get(from), in.get(to)));
    }

    static Json<LinesWrittenOff> linesWrittenOff() {
        JsonShape<LinesWrittenOff> shape = new JsonShape<>("linesWrittenOff");
        Field<LinesWrittenOff, List<Line>> lines = shape.list("lines", LINE, LinesWrittenOff::lines);
        Field<LinesWrittenOff, String> reason = shape.required("reason", TEXT, LinesWrittenOff::reason);
        return shape.of(in -> new LinesWrittenOff(in.get(lines), in.get(reason)));
    }

    static Json<ProvisioningFailed> provisioningFailed() {
        JsonShape<ProvisioningFailed> shape = new JsonShape<>("provisioningFailed");
        Field<ProvisioningFailed, NetworkTarget> target = shape.required("target", TARGET, ProvisioningFailed::target);
        Field<ProvisioningFailed, Long> desired = shape.required("desired", LONG, ProvisioningFailed::desiredVersion);
        Field<ProvisioningFailed, ProvisioningFailure> failure =
                shape.required("failure", FAILURE, ProvisioningFailed::failure);
        return shape.of(in -> new ProvisioningFailed(in.get(target), in.get(desired), in.get(failure)));
    }

    static Json<ProvisioningRetried> provisioningRetried() {
        JsonShape<ProvisioningRetried> shape = new JsonShape<>("provisioningRetried");
        return shape.of(in -> new ProvisioningRetried());
    }

    static Json<DriftDetected> driftDetected() {
        JsonShape<DriftDetected> shape = new JsonShape<>("driftDetected");
        Field<DriftDetected, NetworkTarget> target = shape.required("target", TARGET, DriftDetected::target);
        Field<DriftDetected, Drift> drift = shape.required("drift", DRIFT, DriftDetected::drift);
        return shape.of(in -> new DriftDetected(in.get(target), in.get(drift)));
    }

    static Json<DriftRepaired> driftRepaired() {
        JsonShape<DriftRepaired> shape = new JsonShape<>("driftRepaired");
        Field<DriftRepaired, NetworkTarget> target = shape.required("target", TARGET, DriftRepaired::target);
        Field<DriftRepaired, Drift> drift = shape.required("drift", DRIFT, DriftRepaired::drift);
        return shape.of(in -> new DriftRepaired(in.get(target), in.get(drift)));
    }
}
