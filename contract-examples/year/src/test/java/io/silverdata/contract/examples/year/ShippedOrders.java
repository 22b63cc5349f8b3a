package io.silverdata.contract.examples.year;

import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.examples.year.reading.ShippedFile;
import java.util.List;

/** The orders that the program comes with. */
final class ShippedOrders {
    private ShippedOrders() {}

    /** A file with the first of them. */
    static String first(int count) {
        List<String> lines = ShippedFile.read(OrdersCsv.FILE).text().lines().toList();
        return String.join("\n", lines.subList(0, count + 1)) + "\n";
    }
}
