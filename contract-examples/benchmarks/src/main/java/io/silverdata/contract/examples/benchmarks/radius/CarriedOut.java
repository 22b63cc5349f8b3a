package io.silverdata.contract.examples.benchmarks.radius;

import com.sun.management.OperatingSystemMXBean;
import io.silverdata.contract.model.Enforcement;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/** Orders that one thread carries out: rows on PostgreSQL, then a request to the NAS for each open session. */
final class CarriedOut implements Sender {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Subscribers subscribers;
    private final Enforcement enforcement;
    private final boolean together;

    /** @param together in groups of 512, else order by order */
    CarriedOut(Subscribers subscribers, Enforcement enforcement, boolean together) {
        this.subscribers = subscribers;
        this.enforcement = enforcement;
        this.together = together;
    }

    @Override
    public String title() {
        return enforcement + (together ? ", 512 at a time" : ", one by one");
    }

    /** Puts everything back before the next turn; that is not measured. */
    @Override
    public Cost send(int orders) throws SQLException {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        if (together) {
            subscribers.bring(enforcement, orders);
        } else {
            subscribers.bringOneByOne(enforcement, orders);
        }
        Cost cost = new Cost(orders, System.nanoTime() - start, SYSTEM.getProcessCpuTime() - cpu);
        subscribers.restore();
        return cost;
    }
}
