package io.silverdata.contract.examples.console.sell;

import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.query.NearbySplitter;
import java.util.List;
import java.util.Map;

/**
 * Splitters around an address, the address in the middle, north above. One unit is a metre.
 *
 * @param radius of what is drawn, in metres
 * @param rings distances at which a circle is drawn, in metres
 * @param spots the splitters
 */
public record SiteMap(int radius, List<Integer> rings, List<Spot> spots) {
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int LEAST_RADIUS = 120;
    private static final List<Integer> RINGS = List.of(100, 200, 300, 500);
    private static final double MARGIN = 1.15;

    /**
     * A splitter.
     *
     * @param x metres to the east
     * @param y metres to the south
     * @param free how many outputs are free
     * @param kind what the check says of it: good, warn, bad; off if it was not looked at
     */
    public record Spot(String splitter, int x, int y, int metres, int free, String kind) {}

    static SiteMap of(GeoPosition site, List<NearbySplitter> near, Map<String, String> kinds) {
        List<Spot> spots =
                near.stream().map(splitter -> spot(site, splitter, kinds)).toList();
        int furthest = spots.stream()
                .mapToInt(spot -> (int) Math.hypot(spot.x(), spot.y()))
                .max()
                .orElse(LEAST_RADIUS);
        int radius = (int) (Math.max(furthest, LEAST_RADIUS) * MARGIN);
        return new SiteMap(radius, RINGS.stream().filter(ring -> ring < radius).toList(), spots);
    }

    private static Spot spot(GeoPosition site, NearbySplitter near, Map<String, String> kinds) {
        GeoPosition at = near.splitter().splitter().position();
        double east = (at.longitude() - site.longitude()) * Math.cos(Math.toRadians(site.latitude()));
        double south = site.latitude() - at.latitude();
        String name = near.splitter().splitter().id().value();
        return new Spot(
                name,
                (int) Math.round(east * METRES_PER_DEGREE),
                (int) Math.round(south * METRES_PER_DEGREE),
                (int) near.distance().metres(),
                near.splitter().occupancy().outputs(PortState.FREE),
                kinds.getOrDefault(name, "off"));
    }
}
