package io.silverdata.contract.memory;

import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterOutput;
import java.time.Instant;
import java.util.stream.Stream;

/** OLTs, PON ports, splitters and outputs, each by its name. */
record PlantParts(
        UndoableMap<OltId, Olt> olts, UndoableMap<PonPortId, PonPort> ponPorts, Splitters splitters, Outputs outputs) {

    static PlantParts empty(UndoLog undo) {
        return new PlantParts(new UndoableMap<>(undo), new UndoableMap<>(undo), new Splitters(undo), new Outputs(undo));
    }

    Olt oltOf(PonPort ponPort) {
        return olts.find(ponPort.id().olt()).orElseThrow();
    }

    PonPort ponPortOf(Splitter splitter) {
        return ponPorts.find(splitter.ponPort()).orElseThrow();
    }

    /** The PON ports of an OLT in their order. */
    Stream<PonPort> ponPortsOf(OltId olt) {
        return ponPorts.entries().tailMap(new PonPortId(olt, 0, 0, 0)).values().stream()
                .takeWhile(ponPort -> ponPort.id().olt().equals(olt));
    }

    Stream<SplitterOutput> free(Splitter splitter, Instant now) {
        return outputs.of(splitter).filter(output -> output.state(now) == PortState.FREE);
    }
}
