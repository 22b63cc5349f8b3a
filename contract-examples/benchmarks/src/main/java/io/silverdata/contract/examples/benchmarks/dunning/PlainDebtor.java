package io.silverdata.contract.examples.benchmarks.dunning;

import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.dunning.DunningProtection;
import io.silverdata.contract.dunning.DunningStep;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One contract and its debt as the numbers that a hand-written loop would keep, and the same rules over them: no objects, no
 * explanation, one policy and one calendar built in. Days are epoch days.
 */
record PlainDebtor(
        long overdueCents,
        long countedFrom,
        long exemptUntil,
        long asOfSecond,
        int lastDays,
        long lastTaken,
        long toldOn,
        int lastCutDays,
        int strictest,
        int hold,
        long heldSince) {
    private static final int NOTHING = 0;
    private static final int LIFT = 1;
    private static final int CLOSE = 2;
    private static final int NOTIFY = 3;
    private static final int CUT = 4;
    private static final int CANCEL = 5;
    private static final int CANCELLED = 4;
    private static final int DAY_SECONDS = 86_400;

    /** The ladder as columns, and what the clock says. */
    static final class Rules {
        private final int[] days;
        private final int[] action;
        private final int[] notice;
        private final long today;
        private final long nowSecond;
        private final boolean mayCut;

        Rules(List<DunningStep> steps, long today, long nowSecond, boolean mayCut) {
            this.days = steps.stream().mapToInt(DunningStep::daysOverdue).toArray();
            this.action =
                    steps.stream().mapToInt(step -> levelOf(step.action())).toArray();
            this.notice = steps.stream().mapToInt(DunningStep::noticeDays).toArray();
            this.today = today;
            this.nowSecond = nowSecond;
            this.mayCut = mayCut;
        }
    }

    static PlainDebtor of(Contract contract, DunningFacts facts, ZoneId zone) {
        long due = facts.dueOn().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        int lastDays = 0;
        long lastTaken = 0;
        long toldOn = Long.MIN_VALUE;
        int lastCutDays = 0;
        int strictest = 0;
        for (DunningMark mark : contract.dunning()) {
            lastDays = mark.daysOverdue();
            lastTaken = mark.takenOn().toEpochDay();
            if (mark.action() == DunningAction.NOTIFY) {
                toldOn = toldOn == Long.MIN_VALUE ? lastTaken : toldOn;
            } else {
                toldOn = Long.MIN_VALUE;
                lastCutDays = lastDays;
                strictest = levelOf(mark.action());
            }
        }
        Optional<SuspensionHold> held = contract.hold(SuspensionReason.NON_PAYMENT);
        return new PlainDebtor(
                facts.overdue().amount().movePointRight(2).longValueExact(),
                facts.countedFrom().map(LocalDate::toEpochDay).orElse(due),
                facts.protections().stream()
                        .map(protection -> ((DunningProtection.Exemption) protection)
                                .until()
                                .toEpochDay())
                        .findFirst()
                        .orElse(Long.MIN_VALUE),
                facts.asOf().getEpochSecond(),
                lastDays,
                lastTaken,
                toldOn,
                lastCutDays,
                strictest,
                held.map(PlainDebtor::strictness).orElse(0),
                held.map(hold -> LocalDate.ofInstant(hold.placedAt(), zone).toEpochDay())
                        .orElse(0L));
    }

    private static int levelOf(DunningAction action) {
        return switch (action) {
            case NOTIFY, RESTRICT -> 0;
            case THROTTLE -> 1;
            case CAPTIVE -> 2;
            case SUSPEND -> 3;
            case CANCEL -> CANCELLED;
        };
    }

    private static int strictness(SuspensionHold held) {
        for (DunningAction action : DunningAction.values()) {
            if (action.enforcement().filter(held.enforcement()::equals).isPresent()) {
                return levelOf(action);
            }
        }
        throw new IllegalStateException("no action leads to " + held.enforcement());
    }

    int decide(Rules rules) {
        if (overdueCents == 0) {
            return hold > 0 ? LIFT : lastDays > 0 ? CLOSE : NOTHING;
        }
        if (rules.today <= exemptUntil || rules.nowSecond - asOfSecond > DAY_SECONDS) {
            return NOTHING;
        }
        if (strictest > hold) {
            return rules.mayCut ? CUT : NOTHING;
        }
        for (int i = 0; i < rules.days.length; i++) {
            int action = rules.action[i];
            if (rules.days[i] > lastDays && (action == 0 || action > strictest)) {
                return next(rules, i, action);
            }
        }
        return NOTHING;
    }

    private int next(Rules rules, int step, int action) {
        int days = rules.days[step];
        long earliest = countedFrom + days;
        if (lastDays > 0) {
            earliest = Math.max(earliest, lastTaken + days - lastDays);
            if (hold > 0) {
                earliest =
                        Math.max(earliest, heldSince + days - (action > 0 && lastCutDays > 0 ? lastCutDays : lastDays));
            }
        }
        if (rules.notice[step] > 0) {
            if (toldOn == Long.MIN_VALUE) {
                return NOTHING;
            }
            earliest = Math.max(earliest, toldOn + rules.notice[step]);
        }
        if (rules.today < earliest || (action > 0 && !rules.mayCut)) {
            return NOTHING;
        }
        return action == 0 ? NOTIFY : action == CANCELLED ? CANCEL : CUT;
    }
}
