package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.command.CancellationTiming;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.Terms;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is agreed with the customer: plan, term, billing day, holder, end, and what of it is scheduled. */
final class AgreementForms {
    private static final int MAX_TERM_MONTHS = 120;
    private static final int MAX_BILLING_DAY = 31;
    private static final int MAX_OVERRIDE = 256;
    private static final String PLAN = "plan";
    private static final String TIMING = "timing";
    private static final String TERM = "termMonths";
    private static final String BILLING_DAY = "billingDay";
    private static final String CUSTOMER = "customer";
    private static final String LOGIN = "radiusUser";
    private static final String OVERRIDE = "override";
    private static final String KEEP = "keepsScheduled";
    private static final String REASON = "reason";
    private static final String CHANGE = "change";
    private static final String AT = "at";
    private static final String ON_DAY = "ON_DAY";
    private static final String NOW = "NOW";
    private static final String AT_TIME = "AT_TIME";

    private final List<PlanSnapshot> plans;
    private final ZoneId zone;

    AgreementForms(List<PlanSnapshot> plans, ZoneId zone) {
        this.plans = List.copyOf(plans);
        this.zone = zone;
    }

    List<CommandForm> of(Contract contract) {
        return List.of(
                plan(contract),
                transfer(contract.id()),
                term(contract.id()),
                billingDay(contract),
                undo(contract),
                cancel(contract.id()));
    }

    private static CommandForm form(
            String name, CommandKind kind, List<Field> fields, Function<FormReader, Optional<Order>> reader) {
        return new CommandForm(name, CommandForm.Group.AGREEMENT, kind, fields, reader);
    }

    private CommandForm plan(Contract contract) {
        List<Field.Option> timings = Stream.concat(
                        Stream.of(PlanChangeTiming.values()).map(timing -> Field.Option.of(TIMING, timing)),
                        Stream.of(new Field.Option(ON_DAY, Phrase.of("timing.ON_DAY"))))
                .toList();
        List<Field> fields = List.of(
                Field.choice(
                        PLAN,
                        plans.stream()
                                .filter(plan ->
                                        !plan.id().equals(contract.plan().id()))
                                .map(plan -> new Field.Option(
                                        plan.id().value(),
                                        Phrase.of(
                                                "contract.plan.option",
                                                plan.name(),
                                                plan.price().amount())))
                                .toList()),
                Field.choice(TIMING, timings),
                Field.day(AT),
                Field.number(TERM).optional(),
                Circumstances.triggerField(Trigger.ADMIN, Trigger.CUSTOMER),
                Circumstances.effectiveAtField());
        return form("plan", CommandKind.CHANGE_PLAN, fields, typed -> plan(contract.id(), typed));
    }

    private Optional<Order> plan(ContractId id, FormReader typed) {
        Optional<PlanId> plan = typed.required(PLAN, PlanId::parse);
        boolean onDay = typed.text(TIMING).equals(ON_DAY);
        Optional<PlanChangeTiming> timing = onDay ? Optional.empty() : typed.choice(TIMING, PlanChangeTiming.class);
        Optional<LocalDate> day = typed.day(AT);
        Optional<Integer> term = typed.optionalNumber(TERM, 0, MAX_TERM_MONTHS);
        Circumstances circumstances = Circumstances.read(typed, zone);
        if (onDay != day.isPresent()) {
            typed.reject(AT, Phrase.of(onDay ? "form.required" : "contract.error.dayNotWanted"));
        }
        if (onDay && term.isPresent()) {
            typed.reject(TERM, Phrase.of("contract.error.termNotScheduled"));
        }
        return typed.make(() -> (contracts, by) -> {
            if (onDay) {
                return contracts.schedulePlanChange(id, plan.orElseThrow(), day.orElseThrow(), circumstances.of(by));
            }
            return term.isPresent()
                    ? contracts.changePlan(
                            id, plan.orElseThrow(), term.get(), timing.orElseThrow(), circumstances.of(by))
                    : contracts.changePlan(id, plan.orElseThrow(), timing.orElseThrow(), circumstances.of(by));
        });
    }

    private static CommandForm term(ContractId id) {
        return form("term", CommandKind.AGREE_TERM, List.of(Field.number(TERM)), typed -> {
            Optional<Integer> months = typed.number(TERM, 0, MAX_TERM_MONTHS);
            return typed.make(() -> (contracts, by) -> contracts.agreeTerm(id, months.orElseThrow(), by));
        });
    }

    private static CommandForm billingDay(Contract contract) {
        Field day = Field.number(BILLING_DAY).beginning(Integer.toString(contract.billingDay()));
        return form("billing-day", CommandKind.CHANGE_BILLING_DAY, List.of(day), typed -> {
            Optional<Integer> chosen = typed.number(BILLING_DAY, 1, MAX_BILLING_DAY);
            return typed.make(
                    () -> (contracts, by) -> contracts.changeBillingDay(contract.id(), chosen.orElseThrow(), by));
        });
    }

    private CommandForm transfer(ContractId id) {
        List<Field> fields = List.of(
                Field.text(CUSTOMER),
                Field.text(LOGIN).optional(),
                Field.time(AT),
                Field.check(KEEP),
                Field.longText(OVERRIDE).optional());
        return form("transfer", CommandKind.TRANSFER_OWNERSHIP, fields, typed -> transfer(id, typed));
    }

    private Optional<Order> transfer(ContractId id, FormReader typed) {
        Optional<CustomerId> customer = typed.required(CUSTOMER, CustomerId::parse);
        Optional<RadiusUser> login = typed.optional(LOGIN, RadiusUser::parse);
        Optional<Instant> at = typed.time(AT, zone);
        Optional<String> override = typed.optionalWords(OVERRIDE, MAX_OVERRIDE);
        boolean keeps = typed.checked(KEEP);
        if (at.isPresent() && (login.isPresent() || override.isPresent() || keeps)) {
            typed.reject(AT, Phrase.of("contract.error.transferScheduled"));
        }
        return typed.make(() -> (contracts, by) -> at.isPresent()
                ? contracts.scheduleTransfer(id, customer.orElseThrow(), at.get(), by)
                : contracts.transferOwnership(id, new Transfer(customer.orElseThrow(), login, override, keeps), by));
    }

    private static CommandForm undo(Contract contract) {
        List<Field.Option> changes = contract.scheduled().stream()
                .map(change -> new Field.Option(change.kind().name(), Terms.of(change)))
                .toList();
        return form("undo", CommandKind.UNDO_SCHEDULED, List.of(Field.choice(CHANGE, changes)), typed -> {
            Optional<CommandKind> kind = typed.choice(CHANGE, CommandKind.class);
            return typed.make(() -> (contracts, by) -> contracts.undoScheduled(contract.id(), kind.orElseThrow(), by));
        });
    }

    private CommandForm cancel(ContractId id) {
        List<Field> fields = List.of(
                Field.choice(
                        REASON,
                        Terms.cancellationReasons().stream()
                                .map(reason -> new Field.Option(reason.code(), Terms.of(reason)))
                                .toList()),
                Field.choice(
                        TIMING,
                        Stream.of(
                                        NOW,
                                        CancellationTiming.AT_CYCLE_END.name(),
                                        CancellationTiming.AT_TERM_END.name(),
                                        AT_TIME)
                                .map(timing -> new Field.Option(timing, Phrase.of("timing." + timing)))
                                .toList()),
                Field.time(AT),
                Circumstances.triggerField(Trigger.ADMIN, Trigger.CUSTOMER),
                Circumstances.effectiveAtField());
        return new CommandForm("cancel", CommandForm.Group.END, CommandKind.CANCEL, fields, typed -> cancel(id, typed))
                .withReason();
    }

    private Optional<Order> cancel(ContractId id, FormReader typed) {
        Optional<CancellationReason> reason = Terms.cancellationReasons().stream()
                .filter(known -> known.code().equals(typed.text(REASON)))
                .findFirst();
        if (reason.isEmpty()) {
            typed.reject(REASON, Phrase.of("form.choose"));
        }
        String timing = typed.text(TIMING);
        boolean now = timing.equals(NOW);
        boolean atTime = timing.equals(AT_TIME);
        Optional<CancellationTiming> atEnd =
                now || atTime ? Optional.empty() : typed.choice(TIMING, CancellationTiming.class);
        Optional<Instant> at = typed.time(AT, zone);
        if (atTime != at.isPresent()) {
            typed.reject(AT, Phrase.of(atTime ? "form.required" : "contract.error.timeNotWanted"));
        }
        Circumstances circumstances = Circumstances.read(typed, zone);
        if (!now && circumstances.effectiveAt().isPresent()) {
            typed.reject("effectiveAt", Phrase.of("contract.error.twoTimes"));
        }
        return typed.make(() -> (contracts, by) -> {
            if (now) {
                return contracts.cancel(id, reason.orElseThrow(), circumstances.of(by));
            }
            return atTime
                    ? contracts.scheduleCancellation(id, reason.orElseThrow(), at.orElseThrow(), circumstances.of(by))
                    : contracts.scheduleCancellation(
                            id, reason.orElseThrow(), atEnd.orElseThrow(), circumstances.of(by));
        });
    }
}
