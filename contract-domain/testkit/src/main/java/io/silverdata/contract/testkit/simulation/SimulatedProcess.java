package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** A process of the operator's: its own {@link Contracts} over the ports that it shares with all others. It can be killed. */
final class SimulatedProcess {
    /** How long leases last, unless they are renewed. */
    static final Duration LEASE = Duration.ofMinutes(1);

    static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(1), 0.5, 8);

    private final String name;
    private final Timeline timeline;
    private final Contracts contracts;
    private final BooleanSupplier mortal;
    private final Runnable afterDeath;
    private boolean dead;
    private boolean slow;
    private boolean steady;

    /**
     * Begins a process.
     *
     * @param mortal whether processes may be killed now
     * @param afterDeath what the operator does when it was killed; begins another one, perhaps
     */
    SimulatedProcess(
            String name, Town town, Timeline timeline, Trouble trouble, BooleanSupplier mortal, Runnable afterDeath) {
        this.name = name;
        this.timeline = timeline;
        this.mortal = mortal;
        this.afterDeath = afterDeath;
        SimulatedPorts ports = town.ports();
        ProcessStorage storage = new ProcessStorage(ports.storage(), this, timeline, town.leases());
        contracts = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(Town::plan)
                .radius(new ProcessRadius(ports.radius(), this, timeline, trouble))
                .olts(new ProcessOlts(ports.olts(), this, timeline, trouble, town.leases()))
                .ids(town.ids())
                .clock(timeline.clock())
                .zone(Town.ZONE)
                .random(new Random(name.hashCode()))
                .retries(RETRIES)
                .lease(LEASE)
                .workerName(name)
                .build();
    }

    String name() {
        return name;
    }

    Contracts contracts() {
        return contracts;
    }

    boolean isDead() {
        return dead;
    }

    void requireAlive() {
        if (dead) {
            throw new ProcessDied();
        }
    }

    /**
     * Whether it may be killed now. A process that was slower than its lease may not, until its call is over: nothing could protect a
     * device from a process that writes after its lease and is killed before it can say so.
     */
    boolean mayDie() {
        return !slow && !steady && mortal.getAsBoolean();
    }

    void die() {
        timeline.tell(name + " is killed.");
        dead = true;
        afterDeath.run();
        throw new ProcessDied();
    }

    /** Notes that it took so long over something. */
    void isSlow(Duration time) {
        slow = slow || time.compareTo(LEASE.dividedBy(2)) > 0;
    }

    /** A call begins: what was slow before is over. */
    void beginsCall() {
        slow = false;
    }

    /** Does something that cannot be repeated by anybody else if the process is killed or the storage fails in its midst. */
    void steadily(Runnable work) {
        steady = true;
        try {
            work.run();
        } finally {
            steady = false;
        }
    }

    boolean isSteady() {
        return steady;
    }
}
