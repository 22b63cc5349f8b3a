package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What becomes of each call to a device. */
final class Trouble {
    private static final Duration ANSWER = Duration.ofMillis(100);
    private static final Duration TIME_OUT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Longer than a lease. */
    private static final Duration TOO_LONG = Duration.ofSeconds(90);

    private static final int ORDINARY = 40;

    private static final DeviceOutcome.Cases<String> WORDS = new DeviceOutcome.Cases<>() {
        @Override
        public String on(DeviceOutcome.Applied outcome) {
            return "done";
        }

        @Override
        public String on(DeviceOutcome.Refused outcome) {
            return "refused with " + outcome.code();
        }

        @Override
        public String on(DeviceOutcome.NotSent outcome) {
            return "not sent, " + outcome.detail();
        }

        @Override
        public String on(DeviceOutcome.NoAnswer outcome) {
            return "no answer, " + outcome.detail();
        }

        @Override
        public String on(DeviceOutcome.Unknown outcome) {
            return "an answer that nobody understands, " + outcome.detail();
        }

        @Override
        public String on(DeviceOutcome.Pending outcome) {
            return "done, and not in service yet";
        }
    };

    private final Timeline timeline;
    private final Town town;
    private final Leases leases;
    private final Map<String, Instant> silentUntil = new HashMap<>();
    private Function<Call, Optional<DeviceOutcome>> lasting = call -> Optional.empty();

    /**
     * A call.
     *
     * @param process that makes it
     * @param device that it is made to
     * @param subject the ONU or login that it is about
     * @param contract that holds it, if one does
     * @param words the same as a sentence
     */
    record Call(SimulatedProcess process, String device, String subject, Optional<ContractId> contract, String words) {}

    /** What the device does with an order. */
    interface Order {
        DeviceOutcome carryOut();
    }

    /** What becomes of an order. */
    private enum Fate {
        LATE_ANSWER,
        TWICE,
        NOT_SENT,
        REQUEST_LOST,
        ANSWER_LOST,
        APPLIED_LATE,
        UNCLEAR_APPLIED,
        UNCLEAR_NOT_APPLIED,
        REFUSED,
        THROWS,
        FALLS_SILENT
    }

    /** What is hardest to get right happens most often. */
    private static final List<Fate> FATES = Stream.concat(
                    Stream.of(Fate.values()), Stream.of(Fate.APPLIED_LATE, Fate.APPLIED_LATE, Fate.APPLIED_LATE))
            .toList();

    Trouble(Timeline timeline, Town town) {
        this.timeline = timeline;
        this.town = town;
        this.leases = town.leases();
    }

    /** What devices answer to calls in place of doing as told, until this is called again. */
    void setLasting(Function<Call, Optional<DeviceOutcome>> value) {
        lasting = value;
        silentUntil.clear();
    }

    /** Workers tell devices only what contracts want that they have leased. */
    void requireLease(Call call) {
        if (call.process().isWorker() && !hasLease(call)) {
            timeline.broken(
                    LawBroken.Law.LEASE_HELD,
                    call.words() + " without the lease of "
                            + call.contract().map(ContractId::toString).orElse("any contract"));
        }
    }

    private boolean hasLease(Call call) {
        return call.contract()
                .filter(contract -> leases.hasContract(call.process(), contract, timeline.now()))
                .isPresent();
    }

    /** Nobody writes to what another system is in charge of. */
    void requireWritten(WriteScope device, Call call, Optional<ContractId> ofService) {
        List<Optional<ContractId>> anybody = Stream.concat(
                        Stream.of(Optional.<ContractId>empty()),
                        town.contracts().stream().map(Optional::of))
                .toList();
        // what is removed may be of any contract that gave it up
        List<Optional<ContractId>> whose = ofService.isPresent() ? List.of(ofService) : anybody;
        if (!town.switches().mayWrite(device, whose, timeline.now())) {
            timeline.broken(LawBroken.Law.ONLY_OBSERVED, call.words() + ", which is only observed");
        }
    }

    DeviceOutcome told(Call call, Order order) {
        Order device = () -> {
            if (!hasLease(call)) {
                call.process().writesLate();
            }
            return order.carryOut();
        };
        timeline.point();
        Optional<DeviceOutcome> instead = isLastChance(call) ? Optional.empty() : standing(call);
        if (instead.isPresent()) {
            return answered(call, TIME_OUT, instead.get());
        }
        int draw = isLastChance(call) ? 0 : timeline.choose(ORDINARY + FATES.size());
        if (draw < ORDINARY) {
            return answered(call, ANSWER, device.carryOut());
        }
        return told(call, device, FATES.get(draw - ORDINARY));
    }

    /** What a worker built after its lease, and no contract wants any more, it removes once: if that fails, only an audit finds it. */
    private static boolean isLastChance(Call call) {
        return call.process().isWorker() && call.contract().isEmpty();
    }

    private DeviceOutcome told(Call call, Order device, Fate fate) {
        switch (fate) {
            case LATE_ANSWER:
                return answered(call, LONG, device.carryOut());
            case TWICE:
                device.carryOut();
                timeline.tell(call.words() + ", and " + call.device() + " is told so again.");
                timeline.sleep(ANSWER);
                return answered(call, ANSWER, device.carryOut());
            case NOT_SENT:
                return answered(call, ANSWER, new DeviceOutcome.NotSent("no route"));
            case REQUEST_LOST:
                return answered(call, TIME_OUT, new DeviceOutcome.NoAnswer("the request was lost"));
            case ANSWER_LOST:
                device.carryOut();
                return answered(call, TIME_OUT, new DeviceOutcome.NoAnswer("the answer was lost"));
            case APPLIED_LATE:
                timeline.tell(call.words() + ", and " + call.device() + " takes its time.");
                timeline.sleep(TOO_LONG);
                return answered(call, ANSWER, device.carryOut());
            case UNCLEAR_APPLIED:
                device.carryOut();
                return answered(call, ANSWER, new DeviceOutcome.Unknown("unclear, done"));
            case UNCLEAR_NOT_APPLIED:
                return answered(call, ANSWER, new DeviceOutcome.Unknown("unclear, not done"));
            case REFUSED:
                return answered(call, ANSWER, new DeviceOutcome.Refused("SIMULATED", "not today"));
            case THROWS:
                timeline.tell(call.words() + ", and the adapter throws.");
                throw new IllegalStateException("simulated");
            case FALLS_SILENT:
            default:
                Instant until = timeline.now().plus(Duration.ofMinutes(1 + timeline.choose(15)));
                timeline.tell(call.device() + " falls silent until " + until + ".");
                silentUntil.put(call.device(), until);
                return answered(call, TIME_OUT, new DeviceOutcome.NoAnswer("silent"));
        }
    }

    Observation observed(Call call, Supplier<Observation> device) {
        timeline.point();
        Optional<DeviceOutcome> instead = standing(call);
        if (instead.isPresent() || timeline.choose(ORDINARY) == ORDINARY - 1) {
            timeline.sleep(TIME_OUT);
            timeline.tell(call.words() + ", and cannot.");
            return new Observation.Unreadable("no answer");
        }
        Observation seen = device.get();
        timeline.sleep(ANSWER);
        timeline.tell(call.words() + ": " + (seen instanceof Observation.InSync ? "so it is" : "it is not so") + ".");
        return seen;
    }

    private Optional<DeviceOutcome> standing(Call call) {
        boolean silent = silentUntil.getOrDefault(call.device(), Instant.MIN).isAfter(timeline.now());
        return silent ? Optional.of(new DeviceOutcome.NoAnswer("silent")) : lasting.apply(call);
    }

    private DeviceOutcome answered(Call call, Duration after, DeviceOutcome outcome) {
        timeline.sleep(after);
        timeline.tell(call.words() + ": " + outcome.match(WORDS) + ".");
        return outcome;
    }
}
