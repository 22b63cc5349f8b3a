package io.silverdata.contract.command;

import io.silverdata.contract.model.BillingPeriod;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a command would do if it were given now. Nothing of it is written. Immutable.
 *
 * @param before the contract as it is; empty if the command would begin one
 * @param contract the contract as it would be; its identity and number are others when a command that begins one is given
 * @param history everything that has happened to the contract so far
 * @param events what would happen, what is due settled first; empty if the command would change nothing
 */
public record CommandPreview(
        Optional<Contract> before, Contract contract, List<RecordedEvent> history, List<RecordedEvent> events) {

    /**
     * What is owed for the present billing period of the contract as it would be.
     *
     * @param period the billing period
     * @param before the segments within it as they are; empty if the command would begin the contract
     * @param after the segments within it as they would be
     */
    public record OwedInPeriod(BillingPeriod period, List<Segment> before, List<Segment> after) {
        public OwedInPeriod {
            Objects.requireNonNull(period, "period");
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public CommandPreview {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(contract, "contract");
        history = List.copyOf(history);
        events = List.copyOf(events);
    }

    /** What the network would be driven to. */
    public DesiredNetwork network() {
        return DesiredNetwork.of(contract);
    }

    /** The sides of the network that would be told something new; what is only recorded as it is there already is told to none. */
    public Set<NetworkTarget> told() {
        Set<NetworkTarget> told = EnumSet.noneOf(NetworkTarget.class);
        for (NetworkTarget target : NetworkTarget.values()) {
            long desired = before.map(
                            present -> present.provisioning().of(target).desiredVersion())
                    .orElse(0L);
            TargetState then = contract.provisioning().of(target);
            if (then.desiredVersion() != desired && then.needsDelivery()) {
                told.add(target);
            }
        }
        return told;
    }

    /**
     * What the command would do to the present billing period.
     *
     * @param at the time that is asked about, usually now
     * @param settings the operator's zone and rules for days
     */
    public OwedInPeriod owed(Instant at, ReportSettings settings) {
        BillingPeriod period = BillingPeriod.of(contract, LocalDate.ofInstant(at, settings.zone()), settings.zone());
        BillingFeed feed = new BillingFeed(settings);
        List<RecordedEvent> after = new ArrayList<>(history);
        after.addAll(events);
        return new OwedInPeriod(
                period,
                history.isEmpty() ? List.of() : feed.segments(history, period.days()),
                feed.segments(after, period.days()));
    }
}
