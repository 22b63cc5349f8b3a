package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.FLAG;
import static io.silverdata.contract.json.Json.INT;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.Json.TIME;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SuspensionPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Commands that wait for their time. */
final class ScheduleJson {
    static final Json<ScheduledChange> CHANGE = change();

    private ScheduleJson() {}

    /** The command stands in the field that is named after its kind. */
    private static Json<ScheduledChange> change() {
        JsonShape<ScheduledChange> shape = new JsonShape<>("scheduled change");
        Field<ScheduledChange, Instant> at = shape.required("at", TIME, ScheduledChange::at);
        Field<ScheduledChange, Optional<Command.ActivateReserved>> activate =
                shape.optional("activate", activate(), only(Command.ActivateReserved.class));
        Field<ScheduledChange, Optional<Command.Suspend>> suspend =
                shape.optional("suspend", suspend(), only(Command.Suspend.class));
        Field<ScheduledChange, Optional<Command.ChangePlan>> changePlan =
                shape.optional("changePlan", changePlan(), only(Command.ChangePlan.class));
        Field<ScheduledChange, Optional<Command.AgreePrice>> agreePrice =
                shape.optional("agreePrice", PriceJson.agreePrice(), only(Command.AgreePrice.class));
        Field<ScheduledChange, Optional<Command.TransferOwnership>> transfer =
                shape.optional("transfer", transfer(), only(Command.TransferOwnership.class));
        Field<ScheduledChange, Optional<Command.Cancel>> cancel =
                shape.optional("cancel", cancel(), only(Command.Cancel.class));
        return shape.of(in -> new ScheduledChange(
                Stream.of(
                                in.get(activate),
                                in.get(suspend),
                                in.get(changePlan),
                                in.get(agreePrice),
                                in.get(transfer),
                                in.get(cancel))
                        .flatMap(Optional::stream)
                        .map(Command.Schedulable.class::cast)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a scheduled change has no command that this version knows")),
                in.get(at)));
    }

    private static <C extends Command.Schedulable> Function<ScheduledChange, Optional<C>> only(Class<C> kind) {
        return change -> Optional.of(change.command()).filter(kind::isInstance).map(kind::cast);
    }

    private static Json<Command.ActivateReserved> activate() {
        JsonShape<Command.ActivateReserved> shape = new JsonShape<>("activate");
        Field<Command.ActivateReserved, OnuSerial> onu =
                shape.required("onu", PlantJson.ONU, Command.ActivateReserved::onu);
        Field<Command.ActivateReserved, RadiusUser> login =
                shape.required("login", TermsJson.RADIUS_USER, Command.ActivateReserved::radiusUser);
        return shape.of(in -> new Command.ActivateReserved(in.get(onu), in.get(login)));
    }

    private static Json<Command.Suspend> suspend() {
        JsonShape<Command.Suspend> shape = new JsonShape<>("suspend");
        Field<Command.Suspend, SuspensionPolicy> policy =
                shape.required("policy", TermsJson.POLICY, Command.Suspend::policy);
        Field<Command.Suspend, Enforcement> enforcement =
                shape.required("enforcement", TermsJson.ENFORCEMENT, Command.Suspend::enforcement);
        Field<Command.Suspend, Optional<Instant>> until = shape.optional("until", TIME, Command.Suspend::until);
        return shape.of(in -> new Command.Suspend(in.get(policy), in.get(enforcement), in.get(until)));
    }

    private static Json<Command.ChangePlan> changePlan() {
        JsonShape<Command.ChangePlan> shape = new JsonShape<>("changePlan");
        Field<Command.ChangePlan, PlanSnapshot> plan = shape.required("plan", TermsJson.PLAN, Command.ChangePlan::plan);
        Field<Command.ChangePlan, Optional<Integer>> termMonths =
                shape.optional("termMonths", INT, Command.ChangePlan::termMonths);
        return shape.of(in -> new Command.ChangePlan(in.get(plan), in.get(termMonths)));
    }

    private static Json<Command.TransferOwnership> transfer() {
        JsonShape<Command.TransferOwnership> shape = new JsonShape<>("transfer");
        Field<Command.TransferOwnership, CustomerId> customer =
                shape.required("customer", TermsJson.CUSTOMER, Command.TransferOwnership::customer);
        Field<Command.TransferOwnership, Optional<RadiusUser>> login =
                shape.optional("login", TermsJson.RADIUS_USER, Command.TransferOwnership::radiusUser);
        Field<Command.TransferOwnership, Optional<String>> override =
                shape.optional("override", TEXT, Command.TransferOwnership::override);
        Field<Command.TransferOwnership, Boolean> keepsScheduled =
                shape.orElse(false, "keepsScheduled", FLAG, Command.TransferOwnership::keepsScheduled);
        return shape.of(in -> new Command.TransferOwnership(
                in.get(customer), in.get(login), in.get(override), in.get(keepsScheduled)));
    }

    private static Json<Command.Cancel> cancel() {
        JsonShape<Command.Cancel> shape = new JsonShape<>("cancel");
        Field<Command.Cancel, CancellationReason> reason =
                shape.required("reason", TermsJson.CANCELLATION, Command.Cancel::reason);
        Field<Command.Cancel, Optional<Money>> debt = shape.optional("debt", TermsJson.MONEY, Command.Cancel::debt);
        return shape.of(in -> new Command.Cancel(in.get(reason), in.get(debt)));
    }
}
