package io.silverdata.contract.report;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What decides on which day something counts. Reports of one operator use one and the same.
 *
 * @param zone in which days begin; a day may have 23 or 25 hours
 * @param serviceStart with what the days begin that may be billed; default {@link ServiceStart#IN_SERVICE}
 * @param dayRule which of the first and the last day are billed; default {@link DayRule#FIRST_ONLY}
 * @param businessHours by which the time to provision can be asked for, too; default none
 */
public record ReportSettings(
        ZoneId zone, ServiceStart serviceStart, DayRule dayRule, Optional<BusinessCalendar> businessHours) {

    /**
     * Checks that the days are those of one zone.
     *
     * @throws IllegalArgumentException if the calendar is of another zone
     */
    public ReportSettings {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(serviceStart, "serviceStart");
        Objects.requireNonNull(dayRule, "dayRule");
        businessHours
                .filter(calendar -> !calendar.zone().normalized().equals(zone.normalized()))
                .ifPresent(calendar -> {
                    throw new IllegalArgumentException("businessHours must be in the zone of the reports, " + zone
                            + ", was \"" + calendar.name() + "\" in " + calendar.zone());
                });
    }

    /** Without business hours. */
    public ReportSettings(ZoneId zone, ServiceStart serviceStart, DayRule dayRule) {
        this(zone, serviceStart, dayRule, Optional.empty());
    }

    /** The defaults, in the operator's zone. */
    public static ReportSettings in(ZoneId zone) {
        return new ReportSettings(zone, ServiceStart.IN_SERVICE, DayRule.FIRST_ONLY);
    }

    /** The same with another beginning of what may be billed. */
    public ReportSettings withServiceStart(ServiceStart other) {
        return new ReportSettings(zone, other, dayRule, businessHours);
    }

    /** The same with another rule for the first and the last day. */
    public ReportSettings withDayRule(DayRule other) {
        return new ReportSettings(zone, serviceStart, other, businessHours);
    }

    /**
     * The same with business hours, for {@link KpiOptions#withBusinessHours}.
     *
     * @throws IllegalArgumentException if the calendar is of another zone
     */
    public ReportSettings withBusinessHours(BusinessCalendar calendar) {
        return new ReportSettings(zone, serviceStart, dayRule, Optional.of(calendar));
    }
}
