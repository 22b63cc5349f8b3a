package io.silverdata.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How holds lengthen the minimum term. A day counts once, however many holds cover it: when one of several is lifted, only
 * the days before the earliest that remains are added; that one brings the rest when it is lifted itself.
 */
final class Term {

    private Term() {}

    static int extensionByLifting(SuspensionHold lifted, Contract contract, Occasion occasion) {
        if (!lifted.policy().extendsTerm() || contract.termEndsOn().isEmpty()) {
            return 0;
        }
        Instant end = contract.holds().stream()
                .filter(hold -> !hold.equals(lifted) && hold.policy().extendsTerm())
                .map(SuspensionHold::placedAt)
                .min(Instant::compareTo)
                .filter(other -> other.isBefore(occasion.effectiveAt()))
                .orElse(occasion.effectiveAt());
        return days(start(lifted, contract), end, occasion.zone());
    }

    static int remainingDays(Contract contract, Occasion occasion) {
        if (contract.termEndsOn().isEmpty()) {
            return 0;
        }
        int pending = contract.holds().stream()
                .filter(hold -> hold.policy().extendsTerm())
                .mapToInt(hold -> days(start(hold, contract), occasion.effectiveAt(), occasion.zone()))
                .max()
                .orElse(0);
        LocalDate end = contract.termEndsOn().get().plusDays(pending);
        return atLeastZero(ChronoUnit.DAYS.between(date(occasion.effectiveAt(), occasion.zone()), end));
    }

    private static Instant start(SuspensionHold hold, Contract contract) {
        Optional<Instant> activatedAt = contract.activatedAt();
        return activatedAt.filter(hold.placedAt()::isBefore).orElse(hold.placedAt());
    }

    private static int days(Instant from, Instant to, ZoneId zone) {
        return atLeastZero(ChronoUnit.DAYS.between(date(from, zone), date(to, zone)));
    }

    private static LocalDate date(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    private static int atLeastZero(long days) {
        return Math.toIntExact(Math.max(0, days));
    }
}
