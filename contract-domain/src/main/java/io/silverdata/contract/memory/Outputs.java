package io.silverdata.contract.memory;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Splitter outputs by name; those with a holder also by holder and by PON port. Changes are undone as one. */
final class Outputs {
    private final NavigableMap<SplitterOutputId, SplitterOutput> all = new TreeMap<>();
    private final Table<ContractId, SplitterOutputId, SplitterOutput> heldByContract = TreeBasedTable.create();
    private final Table<PonPortId, SplitterOutputId, SplitterOutput> heldByPonPort = HashBasedTable.create();
    private final UndoLog undo;

    Outputs(UndoLog undo) {
        this.undo = undo;
    }

    Optional<SplitterOutput> find(SplitterOutputId id) {
        return Optional.ofNullable(all.get(id));
    }

    Stream<SplitterOutput> all() {
        return all.values().stream();
    }

    /** The outputs of a splitter, the lowest first. */
    Stream<SplitterOutput> of(Splitter splitter) {
        SplitterOutputId first = new SplitterOutputId(splitter.id(), 1);
        SplitterOutputId last = new SplitterOutputId(splitter.id(), splitter.outputs());
        return all.subMap(first, true, last, true).values().stream();
    }

    /** The outputs that a contract has a claim on, in their order. */
    Collection<SplitterOutput> heldBy(ContractId contract) {
        return heldByContract.row(contract).values();
    }

    /** The outputs under a PON port that any contract has a claim on. */
    Stream<SplitterOutput> heldUnder(PonPortId ponPort) {
        return heldByPonPort.row(ponPort).values().stream();
    }

    void put(SplitterOutput output) {
        Optional<SplitterOutput> before = find(output.id());
        before.ifPresent(this::erase);
        write(output);
        undo.push(() -> {
            erase(output);
            before.ifPresent(this::write);
        });
    }

    void remove(SplitterOutputId id) {
        find(id).ifPresent(output -> {
            erase(output);
            undo.push(() -> write(output));
        });
    }

    private void write(SplitterOutput output) {
        all.put(output.id(), output);
        output.holder().ifPresent(holder -> {
            heldByContract.put(holder, output.id(), output);
            heldByPonPort.put(output.ponPort(), output.id(), output);
        });
    }

    private void erase(SplitterOutput output) {
        all.remove(output.id());
        output.holder().ifPresent(holder -> {
            heldByContract.remove(holder, output.id());
            heldByPonPort.remove(output.ponPort(), output.id());
        });
    }
}
