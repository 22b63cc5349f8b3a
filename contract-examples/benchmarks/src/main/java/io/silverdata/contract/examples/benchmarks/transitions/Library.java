package io.silverdata.contract.examples.benchmarks.transitions;

import java.util.function.Supplier;

/** What is compared. Public, because JMH reads its names. */
public enum Library {
    /** This library. */
    CONTRACT("contract (this library)", ContractMachine::new),
    /** COLA, component statemachine. */
    COLA("COLA", ColaMachine::new),
    /** stateless4j. */
    STATELESS4J("stateless4j", Stateless4jMachine::new),
    /** squirrel-foundation. */
    SQUIRREL("squirrel-foundation", SquirrelMachine::new),
    /** Spring Statemachine. */
    SPRING("Spring Statemachine", SpringMachine::new);

    private final String title;
    private final Supplier<Machine> machine;

    Library(String title, Supplier<Machine> machine) {
        this.title = title;
        this.machine = machine;
    }

    String title() {
        return title;
    }

    Machine machine() {
        return machine.get();
    }
}
