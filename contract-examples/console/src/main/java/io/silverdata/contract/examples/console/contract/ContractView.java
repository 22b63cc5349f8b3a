package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A contract as its page shows it. */
public record ContractView(
        String id,
        String number,
        long version,
        Phrase status,
        String statusKind,
        List<Phrase> why,
        Agreement agreement,
        List<HoldLine> holds,
        Optional<LinePart> line,
        List<TargetLine> network,
        Optional<Phrase> worker,
        boolean mayRetry,
        List<ScheduledLine> scheduled,
        Optional<MoneyPart> money,
        List<AttributeLine> attributes,
        List<NoteLine> notes,
        boolean isLaterNotes,
        Optional<String> moreNotes,
        Timeline timeline,
        List<CommandGroup> commands) {

    /**
     * What is agreed.
     *
     * @param discounts those that are not over
     * @param predecessor the contract that this one wins back
     */
    public record Agreement(
            CustomerId customer,
            String address,
            String position,
            PlanSnapshot plan,
            Phrase cycle,
            Phrase technology,
            int billingDay,
            Optional<LocalDate> termEndsOn,
            List<Phrase> discounts,
            List<Phrase> addOns,
            Optional<String> predecessor) {}

    /**
     * A hold.
     *
     * @param isMine whether staff may lift it
     */
    public record HoldLine(
            Phrase reason,
            String code,
            Phrase enforcement,
            Instant since,
            Optional<Instant> until,
            List<Phrase> lifters,
            boolean isMine,
            String owed) {}

    /**
     * Ports, ONU and login.
     *
     * @param mayAsk whether the ONU can be asked
     * @param maySessions whether accounting can be asked
     */
    public record LinePart(
            String output, String ponPort, String olt, String onu, String login, boolean mayAsk, boolean maySessions) {}

    /** One side of the network. */
    public record TargetLine(
            Phrase target,
            Optional<String> device,
            Phrase state,
            String kind,
            List<Phrase> wanted,
            Optional<Phrase> progress,
            Optional<Instant> nextTry,
            Optional<String> problem,
            Optional<Phrase> drift) {}

    /**
     * A change that waits.
     *
     * @param blockedBy the hold that blocks it
     */
    public record ScheduledLine(String kind, Phrase what, Instant at, Optional<Phrase> blockedBy) {}

    /**
     * What the host and the billing feed know.
     *
     * @param debt what is owed; empty if the host does not tell
     */
    public record MoneyPart(
            LocalDate periodFrom,
            LocalDate periodLastDay,
            List<SegmentLine> segments,
            boolean asksLedger,
            Optional<Money> debt,
            Optional<Money> overdue,
            Optional<LocalDate> dueOn,
            List<Phrase> steps) {}

    public record AttributeLine(String key, String text) {}

    public record NoteLine(String id, Instant at, String actor, String text) {}

    /**
     * A page of what happened.
     *
     * @param isLater whether it is not the first page
     * @param next the cursor of the next page
     */
    public record Timeline(List<EventLine> events, boolean isLater, Optional<String> next) {}

    public record CommandGroup(Phrase title, List<CommandLink> commands) {}

    public record CommandLink(String name, boolean hurts) {}
}
