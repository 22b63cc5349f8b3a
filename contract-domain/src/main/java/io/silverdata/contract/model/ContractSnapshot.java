package io.silverdata.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every fact of a contract, for repositories: the only way in and out of storage. Application code uses
 * {@link Contract}.
 *
 * @param id identity
 * @param version number of events so far, 1 or more
 * @param number for people
 * @param predecessor the ended contract that this one wins back, if any
 * @param customer the holder
 * @param plan the plan as agreed
 * @param address where the service goes
 * @param billingDay day of the month on which billing periods begin, 1 to 28
 * @param draftedAt when it was drafted
 * @param activatedAt when it was activated, if it was
 * @param inServiceSince when the network first confirmed it, if it did
 * @param suspendedSince since when it is suspended, if it is
 * @param cancelledAt when it ended, if it did
 * @param termEndsOn the first day after the minimum term, if there is one
 * @param termDays the days under a hold by which the minimum term has grown, oldest first
 * @param assessment the last answer on feasibility, if any
 * @param reservation ports set aside, if any
 * @param line ports and ONU while live
 * @param radiusUser the login while live
 * @param holds what keeps the service from the subscriber, oldest first
 * @param scheduled commands that wait, oldest first
 * @param dunning steps of the collection of debt that were taken for the oldest debt, oldest first
 * @param retiredLines lines that are to be removed from the network, oldest first
 * @param retiredUsers logins that are to be removed from the network, oldest first
 * @param provisioning what the network has done
 * @param lastRecordedAt when the last event was recorded
 */
public record ContractSnapshot(
        ContractId id,
        long version,
        ContractNumber number,
        Optional<ContractId> predecessor,
        CustomerId customer,
        PlanSnapshot plan,
        ServiceAddress address,
        int billingDay,
        Instant draftedAt,
        Optional<Instant> activatedAt,
        Optional<Instant> inServiceSince,
        Optional<Instant> suspendedSince,
        Optional<Instant> cancelledAt,
        Optional<LocalDate> termEndsOn,
        List<DayRange> termDays,
        Optional<Assessment> assessment,
        Optional<Reservation> reservation,
        Optional<Line> line,
        Optional<RadiusUser> radiusUser,
        List<SuspensionHold> holds,
        List<ScheduledChange> scheduled,
        List<DunningMark> dunning,
        List<Line> retiredLines,
        List<RadiusUser> retiredUsers,
        ProvisioningState provisioning,
        Instant lastRecordedAt) {

    public ContractSnapshot {
        Objects.requireNonNull(id, "id");
        Rule.range("version", version, 1, Long.MAX_VALUE);
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(predecessor, "predecessor");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(address, "address");
        Rule.range("billingDay", billingDay, 1, 28);
        Objects.requireNonNull(draftedAt, "draftedAt");
        Objects.requireNonNull(activatedAt, "activatedAt");
        Objects.requireNonNull(inServiceSince, "inServiceSince");
        Objects.requireNonNull(suspendedSince, "suspendedSince");
        Objects.requireNonNull(cancelledAt, "cancelledAt");
        Objects.requireNonNull(termEndsOn, "termEndsOn");
        termDays = List.copyOf(termDays);
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(reservation, "reservation");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(radiusUser, "radiusUser");
        holds = List.copyOf(holds);
        scheduled = List.copyOf(scheduled);
        dunning = List.copyOf(dunning);
        retiredLines = List.copyOf(retiredLines);
        retiredUsers = List.copyOf(retiredUsers);
        Objects.requireNonNull(provisioning, "provisioning");
        Objects.requireNonNull(lastRecordedAt, "lastRecordedAt");
    }
}
