package io.silverdata.contract.examples.year.simulation;

import io.silverdata.contract.examples.network.MemoryNetwork;
import io.silverdata.contract.examples.year.reading.Order;
import io.silverdata.contract.examples.year.reading.TinyTown;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The provider of the tiny town after its orders, and what was counted. */
record TinyYear(Provider provider, Tally tally) {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static TinyYear with(double failRate) {
        List<Order> orders = TinyTown.orders();
        Progress progress = Progress.atTheBeginning("tiny", orders.get(0).at());
        Provider provider =
                new Provider(database(), new MemoryNetwork(), TinyTown.plant(), orders, progress, 7, failRate);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new TinyYear(provider, new Year(provider, progress, nowhere).run(orders));
    }

    /** A database that is gone with the last of its connections. */
    private static YearDatabase database() {
        return YearDatabase.at("jdbc:h2:mem:tiny" + DATABASES.incrementAndGet(), Optional.empty(), Optional.empty());
    }
}
