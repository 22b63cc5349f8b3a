package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether a layout fits the plant. Looks only, so that a layout that does not fit leaves nothing behind. */
final class LayoutCheck {
    private final KnownPlant known;
    private final Map<OltId, Olt> newOlts;
    private final Map<PonPortId, PonPort> newPonPorts;
    private final Map<SplitterId, Splitter> newSplitters;

    LayoutCheck(PlantLayout layout, KnownPlant known) {
        this.known = known;
        newOlts = index("OLT", layout.olts(), Olt::id);
        newPonPorts = index("PON port", layout.ponPorts(), PonPort::id);
        newSplitters = index("splitter", layout.splitters(), Splitter::id);
    }

    /**
     * Looks at everything that the layout brings or touches.
     *
     * @throws IllegalArgumentException naming the first thing that does not fit
     */
    void run() {
        newPonPorts.values().forEach(this::checkOlt);
        Map<SplitterOutputId, SplitterId> feeding = new HashMap<>();
        for (Splitter splitter : newSplitters.values()) {
            checkPonPort(splitter);
            checkOutputsKept(splitter);
            checkFeed(splitter);
            checkCircle(splitter);
            checkFeedsOnlyOne(splitter, feeding);
            checkChildren(splitter);
        }
    }

    private void checkOlt(PonPort ponPort) {
        OltId olt = ponPort.id().olt();
        require(newOlts.containsKey(olt) || known.has(olt), "PON port %s names an unknown OLT", ponPort.id());
    }

    private void checkPonPort(Splitter splitter) {
        PonPortId ponPort = splitter.ponPort();
        require(
                newPonPorts.containsKey(ponPort) || known.has(ponPort),
                "splitter %s names the unknown PON port %s",
                splitter.id(),
                ponPort);
    }

    private void checkOutputsKept(Splitter splitter) {
        int before = known.find(splitter.id()).map(Splitter::outputs).orElse(0);
        for (int output = splitter.outputs() + 1; output <= before; output++) {
            SplitterOutputId lost = new SplitterOutputId(splitter.id(), output);
            holder(lost).ifPresent(contract -> {
                throw misfit("output %s would be lost, but contract %s has it", lost, contract);
            });
        }
    }

    private void checkFeed(Splitter splitter) {
        splitter.parent().ifPresent(feeding -> {
            Optional<Splitter> parent = find(feeding.splitter()).filter(found -> feeding.output() <= found.outputs());
            require(parent.isPresent(), "splitter %s names the unknown parent output %s", splitter.id(), feeding);
            require(
                    parent.map(Splitter::ponPort).equals(Optional.of(splitter.ponPort())),
                    "splitter %s is not on the PON port of its parent %s",
                    splitter.id(),
                    feeding.splitter());
            holder(feeding).ifPresent(contract -> {
                throw misfit(
                        "splitter %s names the parent output %s, but contract %s has it",
                        splitter.id(), feeding, contract);
            });
        });
    }

    private void checkCircle(Splitter splitter) {
        Set<SplitterId> passed = new HashSet<>();
        Optional<Splitter> next = Optional.of(splitter);
        while (next.isPresent()) {
            require(passed.add(next.get().id()), "splitter %s feeds itself through others", splitter.id());
            next = next.get().parent().flatMap(feeding -> find(feeding.splitter()));
        }
    }

    private void checkFeedsOnlyOne(Splitter splitter, Map<SplitterOutputId, SplitterId> feeding) {
        splitter.parent().ifPresent(parent -> {
            Optional<SplitterId> other = Optional.ofNullable(feeding.put(parent, splitter.id()))
                    .or(() -> known.fedFrom(parent).map(Splitter::id).filter(this::stays));
            other.ifPresent(fed -> {
                throw misfit("output %s feeds two splitters, %s and %s", parent, fed, splitter.id());
            });
        });
    }

    /** What hangs on a splitter must still fit when the splitter changes. */
    private void checkChildren(Splitter splitter) {
        known.find(splitter.id()).stream()
                .flatMap(installed -> known.fedBy(installed).stream())
                .filter(child -> stays(child.id()))
                .forEach(this::checkFeed);
    }

    private boolean stays(SplitterId installed) {
        return !newSplitters.containsKey(installed);
    }

    private Optional<Splitter> find(SplitterId id) {
        return Optional.ofNullable(newSplitters.get(id)).or(() -> known.find(id));
    }

    private Optional<ContractId> holder(SplitterOutputId output) {
        return known.holderOf(output);
    }

    private static <K, V> Map<K, V> index(String kind, List<V> items, Function<V, K> key) {
        Map<K, V> index = new LinkedHashMap<>();
        for (V item : items) {
            require(index.put(key.apply(item), item) == null, "%s %s is there twice", kind, key.apply(item));
        }
        return index;
    }

    private static void require(boolean fits, String message, Object... details) {
        if (!fits) {
            throw misfit(message, details);
        }
    }

    private static IllegalArgumentException misfit(String message, Object... details) {
        return new IllegalArgumentException(String.format(message, details));
    }
}
