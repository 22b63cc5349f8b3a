package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.ContractsBuilder;
import io.silverdata.contract.worker.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** A process of the operator's: its own {@link Contracts} over the ports that it shares with all others. It can be killed. */
final class SimulatedProcess {
    /** How long leases last, unless they are renewed. */
    static final Duration LEASE = Duration.ofSeconds(20);

    static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(1), 0.5, 8);

    /** What a process is for. */
    enum Kind {
        /** It gives commands. */
        HOST,
        /** It delivers, and writes to OLTs one after the other. */
        WORKER,
        /** It delivers, and writes to OLTs side by side. */
        WORKER_WITH_EXECUTOR
    }

    private final String name;
    private final Kind kind;
    private final Timeline timeline;
    private final Contracts contracts;
    private final BooleanSupplier mortal;
    private final Runnable afterDeath;
    private boolean dead;
    private boolean late;
    private boolean steady;

    /**
     * Begins a process.
     *
     * @param mortal whether processes may be killed now
     * @param afterDeath what the operator does when it was killed; begins another one, perhaps
     */
    SimulatedProcess(
            String name,
            Kind kind,
            Town town,
            Timeline timeline,
            Trouble trouble,
            BooleanSupplier mortal,
            Runnable afterDeath) {
        this.name = name;
        this.kind = kind;
        this.timeline = timeline;
        this.mortal = mortal;
        this.afterDeath = afterDeath;
        ProcessStorage storage = new ProcessStorage(town.ports().storage(), this, timeline, town.leases());
        ContractsBuilder builder = Contracts.builder()
                .storage(storage)
                .customers(customer -> true)
                .plans(Town::plan)
                .radius(new ProcessRadius(this, town, timeline, trouble))
                .olts(new ProcessOlts(this, town, timeline, trouble))
                .ids(town.ids())
                .clock(timeline.clock())
                .zone(Town.ZONE)
                .random(new Random(name.hashCode()))
                .retries(RETRIES)
                .lease(LEASE)
                .scheduler(new VirtualScheduler(this, timeline))
                .workerName(name);
        contracts = (kind == Kind.WORKER_WITH_EXECUTOR
                        ? builder.executor(task -> timeline.startTask(name + "'s task", this, task))
                        : builder)
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

    /** Whether it may be killed now. */
    boolean mayDie() {
        return !isSteady() && mortal.getAsBoolean();
    }

    void die() {
        timeline.tell(name + " is killed.");
        dead = true;
        afterDeath.run();
        throw new ProcessDied();
    }

    /** Whether it delivers, so that it writes only to what it has leased. */
    boolean isWorker() {
        return kind != Kind.HOST;
    }

    /**
     * Notes that it writes now, to what it has not leased any more. Until its call is over it is not killed: nothing could protect a device
     * from a process that writes after its lease and is killed before it can say so.
     */
    void writesLate() {
        late = true;
    }

    /** A call begins: what was late before is over. */
    void beginsCall() {
        late = false;
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

    /** Whether nothing but the network may fail it now. */
    boolean isSteady() {
        return steady || late;
    }
}
