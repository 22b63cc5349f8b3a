package io.silverdata.contract.examples.year;

import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.SplitterPortId;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import java.util.Map;

/** What a plant file says: what was built, and which outputs may not be given to anyone. */
record PlantFile(PlantLayout layout, Map<SplitterPortId, PortCondition> conditions) {

    PlantFile {
        conditions = Map.copyOf(conditions);
    }

    void installInto(Plant plant) {
        plant.install(layout);
        conditions.forEach(plant::setCondition);
    }

    int outputsForSale() {
        int feeding = (int) layout.splitters().stream()
                .filter(splitter -> splitter.parent().isPresent())
                .count();
        return layout.splitters().stream()
                        .mapToInt(splitter -> splitter.outputs())
                        .sum()
                - feeding;
    }
}
