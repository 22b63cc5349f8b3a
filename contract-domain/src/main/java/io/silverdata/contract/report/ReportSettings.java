package io.silverdata.contract.report;

import java.time.ZoneId;
import java.util.Objects;

/**
 * What decides on which day something counts. Reports of one operator use one and the same.
 *
 * @param zone in which days begin; a day may have 23 or 25 hours
 * @param serviceStart with what the days begin that may be billed; default {@link ServiceStart#IN_SERVICE}
 * @param dayRule which of the first and the last day are billed; default {@link DayRule#FIRST_ONLY}
 */
public record ReportSettings(ZoneId zone, ServiceStart serviceStart, DayRule dayRule) {

    public ReportSettings {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(serviceStart, "serviceStart");
        Objects.requireNonNull(dayRule, "dayRule");
    }

    /** The defaults, in the operator's zone. */
    public static ReportSettings in(ZoneId zone) {
        return new ReportSettings(zone, ServiceStart.IN_SERVICE, DayRule.FIRST_ONLY);
    }

    /** The same with another beginning of what may be billed. */
    public ReportSettings withServiceStart(ServiceStart other) {
        return new ReportSettings(zone, other, dayRule);
    }

    /** The same with another rule for the first and the last day. */
    public ReportSettings withDayRule(DayRule other) {
        return new ReportSettings(zone, serviceStart, other);
    }
}
