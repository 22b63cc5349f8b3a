package io.silverdata.contract.examples.year.city;

import io.silverdata.contract.examples.network.OltVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A made-up plant on the ground of a city: 3 OLTs of three vendors with 28 PON ports each, one port for each block of 350 m.
 * Blocks take turns between one splitter of 1:4 with 4 of 1:16 behind it, and one of 1:8 with 8 of 1:8. Only methods of
 * {@link Random} that are specified to the bit are used, so that the result is the same everywhere.
 */
final class City {
    private static final int COLUMNS = 12;
    private static final int ROWS = 7;
    private static final int COLUMNS_PER_OLT = 4;
    private static final List<OltVendor> VENDORS = List.of(OltVendor.HUAWEI, OltVendor.ZTE, OltVendor.NSCRTV);
    private static final int BLOCK_METRES = 350;
    private static final double NORTH = -2.8880;
    private static final double WEST = -79.0250;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final int BLOCK_WITHOUT_NEWS = 5;
    private static final int BLOCK_OUT_OF_SERVICE = 78;

    private final Random random;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** A place in metres east and south of the city's north-western corner. */
    record Place(double east, double south) {
        Place plus(double moreEast, double moreSouth) {
            return new Place(east + moreEast, south + moreSouth);
        }

        String latitude() {
            return degrees(NORTH - south / METRES_PER_DEGREE);
        }

        String longitude() {
            return degrees(WEST + east / METRES_PER_DEGREE);
        }

        private double metresTo(Place other) {
            return Math.sqrt((east - other.east) * (east - other.east) + (south - other.south) * (south - other.south));
        }

        private static String degrees(double value) {
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }

    /** The ground that one PON port serves, with the splitters that subscribers are connected to. */
    record Block(int number, boolean hasXgs, List<Place> boxes) {}

    City(Random random) {
        this.random = random;
        for (int olt = 1; olt <= COLUMNS / COLUMNS_PER_OLT; olt++) {
            rows.add(Map.of(
                    "kind",
                    "olt",
                    "id",
                    "olt-" + olt,
                    "state",
                    "UP",
                    "driver",
                    vendor(olt).driver()));
        }
        for (int column = 0; column < COLUMNS; column++) {
            for (int row = 0; row < ROWS; row++) {
                addBlock(column, row);
            }
        }
    }

    List<Map<String, String>> rows() {
        return rows;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** A place near a box of a block, close enough for a drop. */
    Place near(Block block) {
        Place box = block.boxes().get(random.nextInt(block.boxes().size()));
        return box.plus(random.nextInt(181) - 90, random.nextInt(181) - 90);
    }

    private void addBlock(int column, int row) {
        int number = blocks.size();
        int olt = column / COLUMNS_PER_OLT + 1;
        int port = column % COLUMNS_PER_OLT * ROWS + row;
        String card = card(vendor(olt), port);
        String pon = "olt-" + olt + ":" + card;
        boolean hasXgs = number % 6 == 0;
        rows.add(Map.of(
                "kind",
                "pon",
                "id",
                pon,
                "technologies",
                hasXgs ? "GPON+XGS_PON" : "GPON",
                "limit",
                "64",
                "power",
                "3",
                "state",
                state(number)));
        Place office = new Place((olt - 0.5) * COLUMNS_PER_OLT * BLOCK_METRES, ROWS * BLOCK_METRES / 2.0);
        Place corner = new Place(column * BLOCK_METRES, row * BLOCK_METRES);
        Place middle = corner.plus(BLOCK_METRES / 2.0, BLOCK_METRES / 2.0);
        boolean four = number % 2 == 0;
        int boxes = four ? 4 : 8;
        String name = olt + "-" + card.substring(card.indexOf('/') + 1).replace('/', '-');
        String head = "SP-" + name;
        rows.add(splitter(head, pon, "", boxes, middle, four ? loss(700) : loss(1030), feed(office, middle)));
        List<Place> places = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            Place place = boxPlace(corner, box, boxes);
            places.add(place);
            String id = "NAP-" + name + "-" + (char) ('A' + box);
            String loss = random.nextInt(100) == 0 ? "" : four ? loss(1350) : loss(1030);
            rows.add(splitter(id, pon, head + "#" + (box + 1), 64 / boxes, place, loss, feed(middle, place)));
            addBadOutput(id, 64 / boxes);
        }
        blocks.add(new Block(number, hasXgs, places));
    }

    private static OltVendor vendor(int olt) {
        return VENDORS.get(olt - 1);
    }

    /** Each vendor counts in its own way, and builds cards of its own size. */
    private static String card(OltVendor vendor, int port) {
        return switch (vendor) {
            case HUAWEI -> "0/" + (port / 14 + 1) + "/" + port % 14;
            case ZTE -> "1/" + (port / 7 + 1) + "/" + (port % 7 + 1);
            case NSCRTV -> "1/" + port / 14 + "/" + (port % 14 + 1);
        };
    }

    private static String state(int number) {
        if (number == BLOCK_WITHOUT_NEWS) {
            return "UNKNOWN";
        }
        return number == BLOCK_OUT_OF_SERVICE ? "DOWN" : "UP";
    }

    private static Map<String, String> splitter(
            String id, String pon, String parent, int outputs, Place place, String loss, String feed) {
        return Map.of(
                "kind", "splitter",
                "id", id,
                "pon", pon,
                "parent", parent,
                "outputs", Integer.toString(outputs),
                "latitude", place.latitude(),
                "longitude", place.longitude(),
                "loss", loss,
                "feed", feed);
    }

    private void addBadOutput(String splitter, int outputs) {
        if (random.nextInt(12) == 0) {
            rows.add(Map.of(
                    "kind",
                    "output",
                    "id",
                    splitter + "#" + (random.nextInt(outputs) + 1),
                    "state",
                    random.nextInt(3) == 0 ? "BLOCKED" : "FAULTY"));
        }
    }

    /** Boxes stand in two rows, each somewhere near the middle of its part of the block. */
    private Place boxPlace(Place corner, int box, int boxes) {
        int perRow = boxes / 2;
        double width = (double) BLOCK_METRES / perRow;
        int row = box / perRow;
        double height = BLOCK_METRES / 2.0;
        return corner.plus(
                (box % perRow + 0.4 + random.nextDouble() / 5) * width, (row + 0.4 + random.nextDouble() / 5) * height);
    }

    private String loss(int hundredths) {
        return String.format(Locale.ROOT, "%.2f", (hundredths + random.nextInt(41) - 20) / 100.0);
    }

    /** Fibre follows streets: a third more than the crow flies, and a coil for repairs. */
    private static String feed(Place from, Place to) {
        return Long.toString(Math.round(from.metresTo(to) * 1.33) + 25);
    }
}
