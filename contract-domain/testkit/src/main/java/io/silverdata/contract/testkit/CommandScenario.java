package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.accessSettings;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CancellationTiming;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.listener.CommandReport;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A host over a storage, whose world can change: plans leave the catalogue, customers are merged away, ONUs are given out, debt
 * is booked, and the operator's policies are others.
 */
final class CommandScenario {
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final CustomerId NEW_HOLDER = customer(1_000_000);
    private static final Money OWN_PRICE = Money.of("19.99", "USD");
    private static final int MANY = 1_000;
    private static final AddOn ADD_ON = ContractFixtures.addOns().get(0);

    private final Storage storage;
    private final SettableClock clock = new SettableClock(START);
    private final AtomicInteger numbers = new AtomicInteger(1);
    private final List<CommandReport> reports = new CopyOnWriteArrayList<>();
    private volatile boolean changed;
    private final Contracts before;
    private final Contracts after;

    /** One command of the facade, on a contract in a status that it fits. */
    enum Step {
        DRAFT("draft", Stage.NOTHING) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.draft(subject.terms(), context);
            }
        },
        SIGN_UP("signUp", Stage.NOTHING) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.signUp(subject.signUp(), context);
            }
        },
        ADOPT("adopt", Stage.NOTHING) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.adopt(subject.adoption(), context);
            }
        },
        ASSESS("assess", Stage.DRAFTED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.assess(subject.id(), context);
            }
        },
        RESERVE("reserve", Stage.ASSESSED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.reserve(subject.id(), context);
            }
        },
        RENEW_RESERVATION("renewReservation", Stage.RESERVED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.renewReservation(subject.id(), context);
            }
        },
        RELEASE_RESERVATION("releaseReservation", Stage.RESERVED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.releaseReservation(subject.id(), context);
            }
        },
        ACTIVATE("activate", Stage.RESERVED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.activate(subject.id(), onu(subject.number()), radiusUser(subject.number()), context);
            }
        },
        SUSPEND("suspend", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.suspend(subject.id(), Suspension.of(SuspensionReason.NON_PAYMENT), context);
            }
        },
        CHANGE_ENFORCEMENT("changeEnforcement", Stage.SUSPENDED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.changeEnforcement(
                        subject.id(), SuspensionReason.TECHNICAL, Enforcement.LINE_DISABLED, context);
            }
        },
        LIFT_HOLD("liftHold", Stage.SUSPENDED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.liftHold(subject.id(), SuspensionReason.TECHNICAL, context);
            }
        },
        CHANGE_PLAN("changePlan", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.changePlan(subject.id(), fasterPlan().id(), PlanChangeTiming.IMMEDIATELY, context);
            }
        },
        CHANGE_PLAN_AT_CYCLE_END("changePlan", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.changePlan(subject.id(), fasterPlan().id(), PlanChangeTiming.AT_CYCLE_END, context);
            }
        },
        SCHEDULE_PLAN_CHANGE("schedulePlanChange", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                LocalDate day = LocalDate.ofInstant(START, ZONE).plusDays(400);
                return contracts.schedulePlanChange(subject.id(), fasterPlan().id(), day, context);
            }
        },
        SCHEDULE_SUSPENSION("scheduleSuspension", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.scheduleSuspension(
                        subject.id(),
                        Suspension.of(SuspensionReason.NON_PAYMENT),
                        START.plus(Duration.ofDays(400)),
                        context);
            }
        },
        SCHEDULE_CANCELLATION("scheduleCancellation", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.scheduleCancellation(
                        subject.id(), CancellationReason.CUSTOMER_REQUEST, START.plus(Duration.ofDays(400)), context);
            }
        },
        SCHEDULE_TRANSFER("scheduleTransfer", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.scheduleTransfer(subject.id(), NEW_HOLDER, START.plus(Duration.ofDays(400)), context);
            }
        },
        UNDO_SCHEDULED("undoScheduled", Stage.SCHEDULED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.undoScheduled(subject.id(), CommandKind.CANCEL, context);
            }
        },
        RELOCATE("relocate", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.relocate(subject.id(), address(2), context);
            }
        },
        RELOCATE_TO_AN_OUTPUT("relocate", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.relocate(subject.id(), address(2), output(2, 7), context);
            }
        },
        RELOCATE_UNQUALIFIED("relocateUnqualified", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.relocateUnqualified(subject.id(), address(2), output(2, 7), "seen on site", context);
            }
        },
        CORRECT_ADDRESS("correctAddress", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.correctAddress(subject.id(), address(2), context);
            }
        },
        CORRECT_NUMBER("correctNumber", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.correctNumber(subject.id(), contractNumber(1_000 + subject.number()), context);
            }
        },
        TRANSFER_OWNERSHIP("transferOwnership", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.transferOwnership(subject.id(), Transfer.to(NEW_HOLDER), context);
            }
        },
        CORRECT_OUTPUT("correctOutput", Stage.IN_SERVICE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.correctOutput(subject.id(), output(2, 8), context);
            }
        },
        SWAP_ONU("swapOnu", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.swapOnu(subject.id(), onu(1_000 + subject.number()), context);
            }
        },
        RENAME_LOGIN("renameLogin", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.renameLogin(subject.id(), radiusUser(1_000 + subject.number()), context);
            }
        },
        CHANGE_ACCESS_SETTINGS("changeAccessSettings", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                AccessSettings fixed = AccessSettings.NONE.with(
                        accessSettings(subject.number(), 1).address().orElseThrow());
                return contracts.changeAccessSettings(subject.id(), fixed, context);
            }
        },
        ADD_ADD_ON("addAddOn", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.addAddOn(subject.id(), AddOnOrder.of(ADD_ON), context);
            }
        },
        CHANGE_ADD_ON_END("changeAddOnEnd", Stage.WITH_ADD_ON) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                LocalDate end = LocalDate.ofInstant(START, ZONE).plusDays(400);
                return contracts.changeAddOnEnd(subject.id(), ADD_ON.id(), Optional.of(end), context);
            }
        },
        REMOVE_ADD_ON("removeAddOn", Stage.WITH_ADD_ON) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.removeAddOn(subject.id(), ADD_ON.id(), context);
            }
        },
        CHANGE_BILLING_DAY("changeBillingDay", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.changeBillingDay(subject.id(), 31, context);
            }
        },
        AGREE_TERM("agreeTerm", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.agreeTerm(subject.id(), 24, context);
            }
        },
        SCHEDULE_ACTIVATION("scheduleActivation", Stage.ASSESSED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.scheduleActivation(
                        subject.id(),
                        onu(subject.number()),
                        radiusUser(subject.number()),
                        START.plus(Duration.ofDays(400)),
                        context);
            }
        },
        AGREE_PRICE("agreePrice", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.agreePrice(subject.id(), OWN_PRICE, context);
            }
        },
        SCHEDULE_PRICE("schedulePrice", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                LocalDate day = LocalDate.ofInstant(START, ZONE).plusDays(400);
                return contracts.schedulePrice(subject.id(), OWN_PRICE, day, context);
            }
        },
        GRANT_DISCOUNT("grantDiscount", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.grantDiscount(subject.id(), discount("GOLD"), context);
            }
        },
        END_DISCOUNT("endDiscount", Stage.DISCOUNTED) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.endDiscount(
                        subject.id(), discount("WELCOME").code(), LocalDate.ofInstant(START, ZONE), context);
            }
        },
        CHANGE_PLAN_AND_TERM("changePlan", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.changePlan(subject.id(), fasterPlan().id(), 24, PlanChangeTiming.IMMEDIATELY, context);
            }
        },
        CANCEL_AT_TERM_END("scheduleCancellation", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.scheduleCancellation(
                        subject.id(), CancellationReason.CUSTOMER_REQUEST, CancellationTiming.AT_TERM_END, context);
            }
        },
        CANCEL("cancel", Stage.ACTIVE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.cancel(subject.id(), CancellationReason.CUSTOMER_REQUEST, context);
            }
        },
        REPORT_DRIFT("reportDrift", Stage.IN_SERVICE) {
            @Override
            Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context) {
                return contracts.reportDrift(
                        subject.id(), NetworkTarget.ACCESS, new Drift(Drift.Kind.MISSING, "gone"), context);
            }
        };

        private final String command;
        private final Stage stage;

        Step(String command, Stage stage) {
            this.command = command;
            this.stage = stage;
        }

        /** The method of the facade. */
        String command() {
            return command;
        }

        abstract Either<Rejection, CommandResult> give(Contracts contracts, Subject subject, CommandContext context);
    }

    /** How far a contract is before the command. */
    private enum Stage {
        NOTHING,
        DRAFTED,
        ASSESSED,
        RESERVED,
        ACTIVE,
        SUSPENDED,
        SCHEDULED,
        DISCOUNTED,
        IN_SERVICE,
        WITH_ADD_ON
    }

    private static Discount discount(String code) {
        return Discount.percent(new DiscountCode(code), 50, LocalDate.ofInstant(START, ZONE));
    }

    /** The contract of a scenario; its identity is meaningless before it is drafted. */
    record Subject(int number, ContractId id) {
        NewContract terms() {
            return NewContract.of(customer(number), plan().id(), address(1));
        }

        SignUp signUp() {
            return new SignUp(terms(), onu(number), radiusUser(number));
        }

        Adoption adoption() {
            Instant activatedAt = START.minus(Duration.ofDays(100));
            return Adoption.of(terms(), activatedAt, LocalDate.ofInstant(START, ZONE), onu(number), radiusUser(number))
                    .at(output(1, 8))
                    .held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, START.minus(Duration.ofDays(3))));
        }
    }

    CommandScenario(Storage storage) {
        this.storage = storage;
        storage.plant().install(smallPlant());
        before = contracts(storage, SuspensionPolicies.defaults());
        after = contracts(storage, otherPolicies());
    }

    /** A contract as far as the command needs it. */
    Subject prepare(Step step) {
        int number = numbers.getAndIncrement();
        Subject nobody = new Subject(number, ContractFixtures.contractId(number));
        if (step.stage == Stage.NOTHING) {
            return nobody;
        }
        if (step.stage.compareTo(Stage.ACTIVE) >= 0) {
            Subject live = new Subject(
                    number,
                    accepted(before.signUp(nobody.signUp(), STAFF)).contract().id());
            advance(live, step.stage);
            return live;
        }
        Subject draft = new Subject(
                number, accepted(before.draft(nobody.terms(), STAFF)).contract().id());
        if (step.stage != Stage.DRAFTED) {
            accepted(before.assess(draft.id(), STAFF));
        }
        if (step.stage == Stage.RESERVED) {
            accepted(before.reserve(draft.id(), STAFF));
        }
        return draft;
    }

    private void advance(Subject live, Stage stage) {
        switch (stage) {
            case SUSPENDED -> accepted(before.suspend(live.id(), Suspension.of(SuspensionReason.TECHNICAL), STAFF));
            case SCHEDULED ->
                accepted(before.scheduleCancellation(
                        live.id(), CancellationReason.CUSTOMER_REQUEST, START.plus(Duration.ofDays(400)), STAFF));
            case WITH_ADD_ON -> accepted(before.addAddOn(live.id(), AddOnOrder.of(ADD_ON), STAFF));
            case DISCOUNTED -> accepted(before.grantDiscount(live.id(), discount("WELCOME"), STAFF));
            case IN_SERVICE -> before.worker().deliverPending(MANY);
            default -> {}
        }
    }

    /** Gives a command in the world as it is now. */
    Either<Rejection, CommandResult> give(Step step, Subject subject, CommandContext context) {
        return step.give(changed ? after : before, subject, context);
    }

    /** Asks what a command would do in the world as it is now. */
    Either<Rejection, CommandPreview> preview(Step step, Subject subject, CommandContext context) {
        return (changed ? after : before).preview(contracts -> step.give(contracts, subject, context));
    }

    /** Everything that can be read of the storage without knowing identities. */
    List<Object> state() {
        return List.of(
                storage.events().read(EventCursor.START, 10 * MANY).events(),
                storage.contracts().countByStatus(),
                storage.work().depth(clock.instant()),
                storage.plant().occupancy(clock.instant()));
    }

    /** Gives a command, and runs something once its key was looked up for the first time. */
    Either<Rejection, CommandResult> giveInterrupted(
            Step step, Subject subject, CommandContext context, Runnable interruption) {
        Storage interrupted = InterruptedLookUp.of(storage, interruption);
        return step.give(contracts(interrupted, SuspensionPolicies.defaults()), subject, context);
    }

    /** Ends a contract and frees its output, so that the plant never runs out. */
    void cleanUp(ContractId contract) {
        before.cancel(contract, CancellationReason.CUSTOMER_REQUEST, STAFF);
        before.worker().deliverPending(MANY);
        clock.advance(Duration.ofDays(2));
    }

    /** Changes everything that the host's ports say, and the policies. */
    void changeTheWorld() {
        changed = true;
    }

    /** The reports since the last call. */
    List<CommandReport> takeReports() {
        List<CommandReport> taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    private Contracts contracts(Storage kept, SuspensionPolicies policies) {
        return Contracts.builder()
                .storage(kept)
                .customers(asked -> !changed)
                .plans(this::catalogue)
                .equipment(asked -> changed ? Optional.of("given out") : Optional.empty())
                .debts(contract -> changed ? Optional.of(Money.of("12.50", "USD")) : Optional.empty())
                .suspensionPolicies(policies)
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .clock(clock)
                .zone(ZONE)
                .listener(new ContractsListener() {
                    @Override
                    public void onCommand(CommandReport report) {
                        reports.add(report);
                    }
                })
                .build();
    }

    private Optional<PlanSnapshot> catalogue(PlanId asked) {
        return changed
                ? Optional.empty()
                : Optional.of(asked.equals(fasterPlan().id()) ? fasterPlan() : plan());
    }

    private static SuspensionPolicies otherPolicies() {
        SuspensionPolicy usual =
                SuspensionPolicies.defaults().find(SuspensionReason.NON_PAYMENT).orElseThrow();
        return SuspensionPolicies.defaults()
                .with(new SuspensionPolicy(
                        usual.reason(),
                        Enforcement.HARD_BLOCK,
                        usual.billability(),
                        usual.lifters(),
                        usual.end(),
                        usual.extendsTerm(),
                        usual.countsAsReconnection(),
                        usual.planChange(),
                        usual.blocksTransfer()));
    }

    private static CommandResult accepted(Either<Rejection, CommandResult> outcome) {
        return outcome.getOrElseThrow(rejection -> new AssertionError("could not prepare: " + rejection.message()));
    }
}
