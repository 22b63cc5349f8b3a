package io.silverdata.contract.examples.year.reading;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.examples.network.reading.Row;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be ordered, by whom, and which columns it needs beside time, order and contract. */
public enum OrderKind {
    /** Everything at once: customer, plan, address, latitude, longitude, onu, login. */
    SIGN_UP("shop", Trigger.CUSTOMER, OrderKind::signUp),
    /** A sign-up after a cancelled contract: the same, and previous. */
    WIN_BACK("shop", Trigger.CUSTOMER, OrderKind::winBack),
    /** A draft with its port reserved: customer, plan, address, latitude, longitude. */
    RESERVE("shop", Trigger.CUSTOMER, OrderKind::reserve),
    /** The installer has been there: onu, login. */
    INSTALL("installer", Trigger.ADMIN, OrderKind::install),
    /** Plan, and date unless more is wanted now and less from the next billing period. */
    PLAN_CHANGE("call centre", Trigger.CUSTOMER, OrderKind::planChange),
    /** Reason, and date if it ends by itself. */
    SUSPEND("back office", Trigger.ADMIN, OrderKind::suspend),
    /** Nothing more: a bill of the plan's price falls due and is not paid. What follows is for the collection of debt to decide. */
    DEBT("billing", Trigger.SYSTEM, OrderKind::booked),
    /** Nothing more: all that is owed is paid. */
    PAYMENT("cashier", Trigger.PAYMENT, OrderKind::booked),
    /** Date by which the subscriber promises to pay. */
    PROMISE("call centre", Trigger.PROMISE, OrderKind::booked),
    /** Date on which the subscriber is back. */
    VACATION("call centre", Trigger.CUSTOMER, OrderKind::vacation),
    /** Reason. */
    LIFT("back office", Trigger.ADMIN, OrderKind::lift),
    /** Address, latitude, longitude. */
    RELOCATE("call centre", Trigger.CUSTOMER, OrderKind::relocate),
    /** Onu. */
    SWAP_ONU("field service", Trigger.ADMIN, OrderKind::swapOnu),
    /** Customer, and login if it changes too. */
    TRANSFER("shop", Trigger.CUSTOMER, OrderKind::transfer),
    /** Reason, and date unless it is now. */
    CANCEL("call centre", Trigger.CUSTOMER, OrderKind::cancel);

    private static final List<CancellationReason> CANCELLATION_REASONS = List.of(
            CancellationReason.CUSTOMER_REQUEST,
            CancellationReason.NON_PAYMENT,
            CancellationReason.PROVIDER_DECISION,
            CancellationReason.TECHNICAL_INFEASIBLE,
            CancellationReason.DECEASED_OR_LEGAL);

    private final String actor;
    private final Trigger trigger;
    private final Reader reader;

    OrderKind(String actor, Trigger trigger, Reader reader) {
        this.actor = actor;
        this.trigger = trigger;
        this.reader = reader;
    }

    @FunctionalInterface
    private interface Reader {
        Either<RowProblem, Order.Action> read(Row row, ContractNumber contract);
    }

    @FunctionalInterface
    private interface OnContract {
        Either<Rejection, CommandResult> carryOut(Contracts contracts, ContractId contract, CommandContext context);
    }

    /** The word in the column {@code order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    CommandContext context() {
        return CommandContext.by(actor, trigger);
    }

    /** The date of a promise; none for other orders. */
    Either<RowProblem, Optional<LocalDate>> promisedFor(Row row) {
        return this == PROMISE ? date(row, "date").map(Optional::of) : Either.right(Optional.empty());
    }

    Either<RowProblem, Order.Action> action(Row row, ContractNumber contract) {
        return reader.read(row, contract);
    }

    static Either<RowProblem, OrderKind> of(Row row) {
        String word = row.text("order");
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .<Either<RowProblem, OrderKind>>map(Either::right)
                .orElseGet(() -> Either.left(row.problem(
                        "order",
                        "one of " + Arrays.stream(values()).map(OrderKind::word).collect(Collectors.joining(", ")))));
    }

    private static Either<RowProblem, Order.Action> signUp(Row row, ContractNumber contract) {
        return terms(row, contract).flatMap(terms -> signUp(row, terms));
    }

    private static Either<RowProblem, Order.Action> signUp(Row row, NewContract terms) {
        return onu(row).flatMap(onu -> login(row)
                .map(login -> (contracts, context) -> contracts.signUp(new SignUp(terms, onu, login), context)));
    }

    private static Either<RowProblem, Order.Action> winBack(Row row, ContractNumber contract) {
        return terms(row, contract)
                .flatMap(terms -> onu(row).flatMap(onu -> login(row)
                        .flatMap(login -> row.read("previous", ContractNumber::parse)
                                .map(previous -> on(
                                        previous,
                                        (contracts, ended, context) -> contracts.signUp(
                                                new SignUp(terms.winningBack(ended), onu, login), context))))));
    }

    private static Either<RowProblem, Order.Action> reserve(Row row, ContractNumber contract) {
        return terms(row, contract)
                .map(terms -> (contracts, context) -> contracts
                        .draft(terms, context)
                        .map(draft -> draft.contract().id())
                        .flatMap(draft -> contracts
                                .assess(draft, context)
                                .flatMap(assessed -> contracts.reserve(draft, context))));
    }

    private static Either<RowProblem, Order.Action> install(Row row, ContractNumber contract) {
        return onu(row).flatMap(onu -> login(row)
                .map(login ->
                        on(contract, (contracts, draft, context) -> contracts.activate(draft, onu, login, context))));
    }

    private static Either<RowProblem, Order.Action> planChange(Row row, ContractNumber contract) {
        return row.read("plan", PlanId::parse)
                .flatMap(plan -> row.ifAny("date", column -> date(row, column))
                        .map(date -> on(
                                contract,
                                (contracts, live, context) -> date.isPresent()
                                        ? contracts.schedulePlanChange(live, plan, date.get(), context)
                                        : contracts.changePlan(
                                                live,
                                                plan,
                                                PlanChangeTiming.UPGRADE_NOW_DOWNGRADE_AT_CYCLE_END,
                                                context))));
    }

    private static Either<RowProblem, Order.Action> suspend(Row row, ContractNumber contract) {
        return suspensionReason(row)
                .flatMap(reason -> row.ifAny("date", column -> date(row, column))
                        .map(date -> suspend(contract, until(Suspension.of(reason), date))));
    }

    /** The order stands in the ledger from its time on, and does nothing to the contract by itself. */
    private static Either<RowProblem, Order.Action> booked(Row row, ContractNumber contract) {
        return Either.right(on(
                contract,
                (contracts, booked, context) ->
                        Either.right(new CommandResult(contracts.find(booked).orElseThrow(), List.of(), false))));
    }

    private static Either<RowProblem, Order.Action> vacation(Row row, ContractNumber contract) {
        return date(row, "date")
                .map(end ->
                        suspend(contract, until(Suspension.of(SuspensionReason.CUSTOMER_REQUEST), Optional.of(end))));
    }

    private static Either<RowProblem, Order.Action> lift(Row row, ContractNumber contract) {
        return suspensionReason(row).map(reason -> lift(contract, reason));
    }

    private static Either<RowProblem, Order.Action> relocate(Row row, ContractNumber contract) {
        return row.address()
                .map(address -> on(contract, (contracts, live, context) -> contracts.relocate(live, address, context)));
    }

    private static Either<RowProblem, Order.Action> swapOnu(Row row, ContractNumber contract) {
        return onu(row).map(onu -> on(contract, (contracts, live, context) -> contracts.swapOnu(live, onu, context)));
    }

    private static Either<RowProblem, Order.Action> transfer(Row row, ContractNumber contract) {
        return customer(row)
                .flatMap(customer -> row.ifAny("login", column -> login(row))
                        .map(login ->
                                login.map(Transfer.to(customer)::withLogin).orElse(Transfer.to(customer)))
                        .map(transfer -> on(
                                contract,
                                (contracts, live, context) -> contracts.transferOwnership(live, transfer, context))));
    }

    private static Either<RowProblem, Order.Action> cancel(Row row, ContractNumber contract) {
        return cancellationReason(row)
                .flatMap(reason -> row.ifAny("date", column -> date(row, column))
                        .map(date -> on(
                                contract,
                                (contracts, current, context) -> date.isPresent()
                                        ? contracts.scheduleCancellation(current, reason, startOf(date.get()), context)
                                        : contracts.cancel(current, reason, context))));
    }

    private static Order.Action suspend(ContractNumber contract, Suspension suspension) {
        return on(contract, (contracts, live, context) -> contracts.suspend(live, suspension, context));
    }

    private static Order.Action lift(ContractNumber contract, SuspensionReason reason) {
        return on(contract, (contracts, live, context) -> contracts.liftHold(live, reason, context));
    }

    /** People name contracts by their number, the library by their identity. */
    private static Order.Action on(ContractNumber number, OnContract action) {
        return (contracts, context) -> {
            Optional<Contract> found = contracts.find(number);
            return found.isPresent()
                    ? action.carryOut(contracts, found.get().id(), context)
                    : Either.left(new Rejection.InvalidValue("contract", number.value(), "the number of a contract"));
        };
    }

    private static Either<RowProblem, NewContract> terms(Row row, ContractNumber contract) {
        return customer(row)
                .flatMap(customer -> row.read("plan", PlanId::parse)
                        .flatMap(plan -> row.address()
                                .map(address ->
                                        NewContract.of(customer, plan, address).numbered(contract))));
    }

    private static Either<RowProblem, CustomerId> customer(Row row) {
        return row.read("customer", CustomerId::parse);
    }

    private static Either<RowProblem, OnuSerial> onu(Row row) {
        return row.read("onu", OnuSerial::parse);
    }

    private static Either<RowProblem, RadiusUser> login(Row row) {
        return row.read("login", RadiusUser::parse);
    }

    private static Either<RowProblem, LocalDate> date(Row row, String column) {
        return row.convert(column, "a date as 2025-03-31", LocalDate::parse)
                .filterOrElse(
                        date -> date.getYear() >= 2000 && date.getYear() < 2200,
                        date -> row.problem(column, "a year of 2000 to 2199"));
    }

    private static Either<RowProblem, SuspensionReason> suspensionReason(Row row) {
        List<SuspensionReason> reasons = SuspensionPolicies.defaults().all().stream()
                .map(SuspensionPolicy::reason)
                .toList();
        return oneOf(row, reasons);
    }

    private static Either<RowProblem, CancellationReason> cancellationReason(Row row) {
        return oneOf(row, CANCELLATION_REASONS);
    }

    private static <T> Either<RowProblem, T> oneOf(Row row, List<T> reasons) {
        return reasons.stream()
                .filter(reason -> reason.toString().equals(row.text("reason")))
                .findFirst()
                .<Either<RowProblem, T>>map(Either::right)
                .orElseGet(() -> Either.left(row.problem(
                        "reason",
                        "one of " + reasons.stream().map(Object::toString).collect(Collectors.joining(", ")))));
    }

    private static Suspension until(Suspension suspension, Optional<LocalDate> end) {
        return end.map(OrderKind::startOf).map(suspension::until).orElse(suspension);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OrdersCsv.ZONE).toInstant();
    }
}
