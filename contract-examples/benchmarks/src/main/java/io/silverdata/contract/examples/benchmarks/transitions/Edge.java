package io.silverdata.contract.examples.benchmarks.transitions;

/** The transitions that every library is given: none → DRAFT → ACTIVE ⇄ SUSPENDED, and each of the three → CANCELLED. */
enum Edge {
    DRAFTED(Phase.NONE, Step.WRITE_DOWN, Phase.DRAFT),
    ACTIVATED(Phase.DRAFT, Step.ACTIVATE, Phase.ACTIVE),
    SUSPENDED(Phase.ACTIVE, Step.SUSPEND, Phase.SUSPENDED),
    RECONNECTED(Phase.SUSPENDED, Step.LIFT_HOLD, Phase.ACTIVE),
    DRAFT_DROPPED(Phase.DRAFT, Step.CANCEL, Phase.CANCELLED),
    ACTIVE_CANCELLED(Phase.ACTIVE, Step.CANCEL, Phase.CANCELLED),
    SUSPENDED_CANCELLED(Phase.SUSPENDED, Step.CANCEL, Phase.CANCELLED);

    private final Phase from;
    private final Step step;
    private final Phase to;

    Edge(Phase from, Step step, Phase to) {
        this.from = from;
        this.step = step;
        this.to = to;
    }

    Phase from() {
        return from;
    }

    Step step() {
        return step;
    }

    Phase to() {
        return to;
    }
}
