package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the outputs are used, drawn in text: a bar for each OLT, and one for each PON port. */
final class PortPicture {
    private static final int OLT_WIDTH = 40;
    private static final int PON_WIDTH = 16;
    private static final int PER_LINE = 3;

    private PortPicture() {}

    static List<String> of(List<PonPortOccupancy> occupancy) {
        Map<OltId, List<PonPortOccupancy>> byOlt = occupancy.stream()
                .collect(Collectors.groupingBy(port -> port.ponPort().olt(), TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byOlt.forEach((olt, ports) -> {
            int forSale = ports.stream().mapToInt(PortPicture::forSale).sum();
            int used = ports.stream().mapToInt(PortPicture::used).sum();
            lines.add(String.format(
                    Locale.ROOT, "%-10s [%s] %d of %d outputs", olt, bar(used, forSale, OLT_WIDTH), used, forSale));
            for (int from = 0; from < ports.size(); from += PER_LINE) {
                lines.add(ports.subList(from, Math.min(from + PER_LINE, ports.size())).stream()
                        .map(PortPicture::ponPort)
                        .collect(Collectors.joining("   "))
                        .stripTrailing());
            }
        });
        return lines;
    }

    private static String ponPort(PonPortOccupancy port) {
        int used = used(port);
        int forSale = forSale(port);
        String name = port.ponPort().frame() + "/" + port.ponPort().slot() + "/"
                + port.ponPort().port();
        return String.format(Locale.ROOT, "  %-6s [%s] %2d/%-2d", name, bar(used, forSale, PON_WIDTH), used, forSale);
    }

    private static String bar(int used, int all, int width) {
        int filled = all == 0 ? 0 : (used * width + all - 1) / all;
        return "#".repeat(filled) + ".".repeat(width - filled);
    }

    private static int used(PonPortOccupancy port) {
        return count(port, PortState.IN_USE) + count(port, PortState.RESERVED) + count(port, PortState.QUARANTINED);
    }

    private static int forSale(PonPortOccupancy port) {
        return used(port) + count(port, PortState.FREE);
    }

    private static int count(PonPortOccupancy port, PortState state) {
        return port.outputs().getOrDefault(state, 0);
    }
}
