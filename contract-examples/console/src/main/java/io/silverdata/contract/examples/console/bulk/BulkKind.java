package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.AttributeChange;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.examples.console.background.RunFields;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.runs.Bulk;
import java.util.Optional;

/** The commands that are given to many contracts at once. */
enum BulkKind {
    SUSPEND {
        @Override
        Optional<Bulk.Action> read(RunFields fields, Contracts contracts) {
            Optional<Enforcement> enforcement = fields.choice("enforcement", Enforcement.class);
            return fields.requiredChoice("reason", SuspensionReason.Category.class)
                    .map(BulkKind::reason)
                    .map(Suspension::of)
                    .map(plain -> enforcement.map(plain::enforcing).orElse(plain))
                    .map(suspension -> (Bulk.Action) (id, context) -> contracts.suspend(id, suspension, context));
        }
    },
    LIFT_HOLD {
        @Override
        Optional<Bulk.Action> read(RunFields fields, Contracts contracts) {
            return fields.requiredChoice("reason", SuspensionReason.Category.class)
                    .map(BulkKind::reason)
                    .map(reason -> (Bulk.Action) (id, context) -> contracts.liftHold(id, reason, context));
        }
    },
    CHANGE_PLAN {
        @Override
        Optional<Bulk.Action> read(RunFields fields, Contracts contracts) {
            PlanChangeTiming timing =
                    fields.choice("timing", PlanChangeTiming.class).orElse(PlanChangeTiming.IMMEDIATELY);
            return fields.requiredValue("newPlan", PlanId::parse)
                    .map(plan -> (Bulk.Action) (id, context) -> contracts.changePlan(id, plan, timing, context));
        }
    },
    SET_ATTRIBUTE {
        @Override
        Optional<Bulk.Action> read(RunFields fields, Contracts contracts) {
            return fields.requiredValue("attributeKey", AttributeKey::parse)
                    .flatMap(key -> fields.requiredValue("attributeText", text -> Attribute.parse(key.value(), text)))
                    .map(AttributeChange::set)
                    .map(change -> (Bulk.Action) (id, context) -> contracts.changeAttributes(id, change, context));
        }
    },
    RETRY_PROVISIONING {
        @Override
        Optional<Bulk.Action> read(RunFields fields, Contracts contracts) {
            return Optional.of((id, context) -> contracts.worker().retryProvisioning(id, context));
        }
    },
    CANCEL {
        @Override
        Optional<Bulk.Action> read(RunFields fields, Contracts contracts) {
            return fields.requiredChoice("end", End.class).map(End::reason).map(reason ->
                    (Bulk.Action) (id, context) -> contracts.cancel(id, reason, context));
        }
    };

    /** Why contracts end. */
    enum End {
        CUSTOMER_REQUEST(CancellationReason.CUSTOMER_REQUEST),
        NON_PAYMENT(CancellationReason.NON_PAYMENT),
        PROVIDER_DECISION(CancellationReason.PROVIDER_DECISION),
        TECHNICAL_INFEASIBLE(CancellationReason.TECHNICAL_INFEASIBLE),
        DECEASED_OR_LEGAL(CancellationReason.DECEASED_OR_LEGAL);

        private final CancellationReason reason;

        End(CancellationReason reason) {
            this.reason = reason;
        }

        CancellationReason reason() {
            return reason;
        }
    }

    /** Whether it takes service away, so that a person types how many contracts it is about. */
    boolean hurts() {
        return this == SUSPEND || this == CANCEL;
    }

    /** Reads what belongs to the command; empty if something is wrong with it, which the fields then say. */
    abstract Optional<Bulk.Action> read(RunFields fields, Contracts contracts);

    /** The library's own reason of a category. */
    static SuspensionReason reason(SuspensionReason.Category category) {
        return new SuspensionReason(category.name(), category);
    }
}
