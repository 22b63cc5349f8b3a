package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.FLAG;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.Json.TIME;
import static io.silverdata.contract.json.ScheduleJson.CHANGE;
import static io.silverdata.contract.json.TermsJson.DAYS;
import static io.silverdata.contract.json.TermsJson.DUNNING_MARK;
import static io.silverdata.contract.json.TermsJson.ENFORCEMENT;
import static io.silverdata.contract.json.TermsJson.HOLD;
import static io.silverdata.contract.json.TermsJson.REASON;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.ContractEvent.ChangeApplied;
import io.silverdata.contract.model.ContractEvent.ChangeRejected;
import io.silverdata.contract.model.ContractEvent.ChangeScheduled;
import io.silverdata.contract.model.ContractEvent.ChangeUnscheduled;
import io.silverdata.contract.model.ContractEvent.ChangeUnscheduled.Cause;
import io.silverdata.contract.model.ContractEvent.ContractReconnected;
import io.silverdata.contract.model.ContractEvent.ContractSuspended;
import io.silverdata.contract.model.ContractEvent.DunningClosed;
import io.silverdata.contract.model.ContractEvent.DunningStepTaken;
import io.silverdata.contract.model.ContractEvent.EnforcementChanged;
import io.silverdata.contract.model.ContractEvent.HoldLifted;
import io.silverdata.contract.model.ContractEvent.HoldPlaced;
import io.silverdata.contract.model.ContractEvent.HoldRecorded;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Instant;
import java.util.List;

/** The events of holds, of dunning and of changes that wait. */
final class HoldEventJson {
    private HoldEventJson() {}

    static Json<HoldPlaced> holdPlaced() {
        JsonShape<HoldPlaced> shape = new JsonShape<>("holdPlaced");
        Field<HoldPlaced, SuspensionHold> hold = shape.required("hold", HOLD, HoldPlaced::hold);
        return shape.of(in -> new HoldPlaced(in.get(hold)));
    }

    static Json<EnforcementChanged> enforcementChanged() {
        JsonShape<EnforcementChanged> shape = new JsonShape<>("enforcementChanged");
        Field<EnforcementChanged, SuspensionReason> reason =
                shape.required("reason", REASON, EnforcementChanged::reason);
        Field<EnforcementChanged, Enforcement> from = shape.required("from", ENFORCEMENT, EnforcementChanged::from);
        Field<EnforcementChanged, Enforcement> to = shape.required("to", ENFORCEMENT, EnforcementChanged::to);
        return shape.of(in -> new EnforcementChanged(in.get(reason), in.get(from), in.get(to)));
    }

    static Json<HoldLifted> holdLifted() {
        JsonShape<HoldLifted> shape = new JsonShape<>("holdLifted");
        Field<HoldLifted, SuspensionHold> hold = shape.required("hold", HOLD, HoldLifted::hold);
        Field<HoldLifted, List<DayRange>> termDays = shape.list("termDays", DAYS, HoldLifted::termDays);
        return shape.of(in -> new HoldLifted(in.get(hold), in.get(termDays)));
    }

    static Json<HoldRecorded> holdRecorded() {
        JsonShape<HoldRecorded> shape = new JsonShape<>("holdRecorded");
        Field<HoldRecorded, SuspensionHold> hold = shape.required("hold", HOLD, HoldRecorded::hold);
        Field<HoldRecorded, List<DayRange>> termDays = shape.list("termDays", DAYS, HoldRecorded::termDays);
        return shape.of(in -> new HoldRecorded(in.get(hold), in.get(termDays)));
    }

    static Json<DunningStepTaken> dunningStepTaken() {
        JsonShape<DunningStepTaken> shape = new JsonShape<>("dunningStepTaken");
        Field<DunningStepTaken, DunningMark> mark = shape.required("mark", DUNNING_MARK, DunningStepTaken::mark);
        return shape.of(in -> new DunningStepTaken(in.get(mark)));
    }

    static Json<DunningClosed> dunningClosed() {
        JsonShape<DunningClosed> shape = new JsonShape<>("dunningClosed");
        return shape.of(in -> new DunningClosed());
    }

    static Json<ContractSuspended> contractSuspended() {
        JsonShape<ContractSuspended> shape = new JsonShape<>("contractSuspended");
        Field<ContractSuspended, Enforcement> enforcement =
                shape.required("enforcement", ENFORCEMENT, ContractSuspended::enforcement);
        return shape.of(in -> new ContractSuspended(in.get(enforcement)));
    }

    static Json<ContractReconnected> contractReconnected() {
        JsonShape<ContractReconnected> shape = new JsonShape<>("contractReconnected");
        Field<ContractReconnected, SuspensionReason> lifted =
                shape.required("lifted", REASON, ContractReconnected::lifted);
        Field<ContractReconnected, Boolean> reconnection =
                shape.required("reconnection", FLAG, ContractReconnected::countsAsReconnection);
        Field<ContractReconnected, Instant> suspended =
                shape.required("suspended", TIME, ContractReconnected::suspendedSince);
        return shape.of(in -> new ContractReconnected(in.get(lifted), in.get(reconnection), in.get(suspended)));
    }

    static Json<ChangeScheduled> changeScheduled() {
        JsonShape<ChangeScheduled> shape = new JsonShape<>("changeScheduled");
        Field<ChangeScheduled, ScheduledChange> change = shape.required("change", CHANGE, ChangeScheduled::change);
        return shape.of(in -> new ChangeScheduled(in.get(change)));
    }

    static Json<ChangeUnscheduled> changeUnscheduled() {
        JsonShape<ChangeUnscheduled> shape = new JsonShape<>("changeUnscheduled");
        Field<ChangeUnscheduled, ScheduledChange> change = shape.required("change", CHANGE, ChangeUnscheduled::change);
        // Earlier releases wrote no cause: a change was dropped only when somebody withdrew it.
        Field<ChangeUnscheduled, Cause> cause =
                shape.orElse(Cause.WITHDRAWN, "cause", Json.constant(Cause.class), ChangeUnscheduled::cause);
        return shape.of(in -> new ChangeUnscheduled(in.get(change), in.get(cause)));
    }

    static Json<ChangeApplied> changeApplied() {
        JsonShape<ChangeApplied> shape = new JsonShape<>("changeApplied");
        Field<ChangeApplied, ScheduledChange> change = shape.required("change", CHANGE, ChangeApplied::change);
        return shape.of(in -> new ChangeApplied(in.get(change)));
    }

    static Json<ChangeRejected> changeRejected() {
        JsonShape<ChangeRejected> shape = new JsonShape<>("changeRejected");
        Field<ChangeRejected, ScheduledChange> change = shape.required("change", CHANGE, ChangeRejected::change);
        Field<ChangeRejected, String> code = shape.required("code", TEXT, ChangeRejected::code);
        Field<ChangeRejected, String> message = shape.required("message", TEXT, ChangeRejected::message);
        return shape.of(in -> new ChangeRejected(in.get(change), in.get(code), in.get(message)));
    }
}
