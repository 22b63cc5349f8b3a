package io.silverdata.contract.examples.network.reading;

import io.silverdata.contract.examples.network.NetworkPlan;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a plant file says.
 *
 * @param layout what was built
 * @param drivers what each OLT is driven with, in the order of the file
 * @param conditions which outputs may not be given to anyone
 */
public record PlantFile(
        PlantLayout layout, Map<OltId, String> drivers, Map<SplitterOutputId, PortCondition> conditions) {

    public PlantFile {
        drivers = Collections.unmodifiableMap(new LinkedHashMap<>(drivers));
        conditions = Map.copyOf(conditions);
    }

    public void installInto(Plant plant) {
        plant.install(layout);
        conditions.forEach(plant::setCondition);
    }

    public NetworkPlan network() {
        return new NetworkPlan(
                drivers, layout.ponPorts().stream().map(PonPort::id).toList(), Plans.all());
    }

    public int outputsForSale() {
        int feeding = (int) layout.splitters().stream()
                .filter(splitter -> splitter.parent().isPresent())
                .count();
        return layout.splitters().stream()
                        .mapToInt(splitter -> splitter.outputs())
                        .sum()
                - feeding;
    }
}
