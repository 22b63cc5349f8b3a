package io.silverdata.contract.examples.year.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPictureTest {

    @Test
    void bars_show_the_share_of_what_can_be_sold() {
        PonPortOccupancy half = port(0, Map.of(PortState.IN_USE, 3, PortState.RESERVED, 1, PortState.FREE, 4));
        PonPortOccupancy empty = port(1, Map.of(PortState.FREE, 8, PortState.BLOCKED, 4));
        PonPortOccupancy nothing = port(2, Map.of(PortState.FAULTY, 8));
        PonPortOccupancy almostEmpty = port(3, Map.of(PortState.QUARANTINED, 1, PortState.FREE, 63));

        List<String> picture = PortPicture.of(List.of(half, empty, nothing, almostEmpty));

        assertThat(picture)
                .containsExactly(
                        "olt-1      [###.....................................] 5 of 80 outputs",
                        "  0/1/0  [########........]  4/8      0/1/1  [................]  0/8      0/1/2  [................]  0/0",
                        "  0/1/3  [#...............]  1/64");
    }

    private static PonPortOccupancy port(int number, Map<PortState, Integer> outputs) {
        return new PonPortOccupancy(new PonPortId(new OltId("olt-1"), 0, 1, number), outputs);
    }
}
