package io.silverdata.contract.json;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a list shows of a contract. */
final class SummaryJson {
    static final Json<ContractSummary> SUMMARY = summary();

    private SummaryJson() {}

    private static Json<ContractSummary> summary() {
        JsonShape<ContractSummary> shape = new JsonShape<>("contract summary");
        Field<ContractSummary, ContractId> id = shape.required("id", TermsJson.CONTRACT, ContractSummary::id);
        Field<ContractSummary, Long> version = shape.required("version", Json.LONG, ContractSummary::version);
        Field<ContractSummary, ContractNumber> number =
                shape.required("number", TermsJson.NUMBER, ContractSummary::number);
        Field<ContractSummary, CustomerId> customer =
                shape.required("customer", TermsJson.CUSTOMER, ContractSummary::customer);
        Field<ContractSummary, Status> status =
                shape.required("status", Json.constant(Status.class), ContractSummary::status);
        Field<ContractSummary, PlanId> plan =
                shape.required("plan", Json.text(PlanId::value, PlanId::new), ContractSummary::plan);
        Field<ContractSummary, ServiceAddress> address =
                shape.required("address", TermsJson.ADDRESS, ContractSummary::address);
        Field<ContractSummary, Optional<Line>> line = shape.optional("line", PlantJson.LINE, ContractSummary::line);
        Field<ContractSummary, Optional<RadiusUser>> login =
                shape.optional("login", TermsJson.RADIUS_USER, ContractSummary::radiusUser);
        Field<ContractSummary, ProvisioningState.Summary> accessState =
                shape.required("accessState", TermsJson.SUMMARY, ContractSummary::accessState);
        Field<ContractSummary, ProvisioningState.Summary> lineState =
                shape.required("lineState", TermsJson.SUMMARY, ContractSummary::lineState);
        Field<ContractSummary, List<ContractSummary.Failure>> failures =
                shape.list("failures", failure(), ContractSummary::failures);
        Field<ContractSummary, List<ContractSummary.Hold>> holds = shape.list("holds", hold(), ContractSummary::holds);
        Field<ContractSummary, List<ContractSummary.Scheduled>> scheduled =
                shape.list("scheduled", scheduled(), ContractSummary::scheduled);
        Field<ContractSummary, Instant> drafted = shape.required("drafted", Json.TIME, ContractSummary::draftedAt);
        Field<ContractSummary, Optional<Instant>> nextDue =
                shape.optional("nextDue", Json.TIME, ContractSummary::nextDueAt);
        return shape.of(in -> new ContractSummary(
                in.get(id),
                in.get(version),
                in.get(number),
                in.get(customer),
                in.get(status),
                in.get(plan),
                in.get(address),
                in.get(line),
                in.get(login),
                in.get(accessState),
                in.get(lineState),
                in.get(failures),
                in.get(holds),
                in.get(scheduled),
                in.get(drafted),
                in.get(nextDue)));
    }

    private static Json<ContractSummary.Failure> failure() {
        JsonShape<ContractSummary.Failure> shape = new JsonShape<>("failure");
        Field<ContractSummary.Failure, NetworkTarget> target =
                shape.required("target", Json.constant(NetworkTarget.class), ContractSummary.Failure::target);
        Field<ContractSummary.Failure, String> code = shape.required("code", Json.TEXT, ContractSummary.Failure::code);
        return shape.of(in -> new ContractSummary.Failure(in.get(target), in.get(code)));
    }

    private static Json<ContractSummary.Hold> hold() {
        JsonShape<ContractSummary.Hold> shape = new JsonShape<>("hold");
        Field<ContractSummary.Hold, String> reason = shape.required("reason", Json.TEXT, ContractSummary.Hold::reason);
        Field<ContractSummary.Hold, Enforcement> enforcement =
                shape.required("enforcement", TermsJson.ENFORCEMENT, ContractSummary.Hold::enforcement);
        Field<ContractSummary.Hold, Instant> since = shape.required("since", Json.TIME, ContractSummary.Hold::since);
        Field<ContractSummary.Hold, Optional<Instant>> until =
                shape.optional("until", Json.TIME, ContractSummary.Hold::until);
        return shape.of(
                in -> new ContractSummary.Hold(in.get(reason), in.get(enforcement), in.get(since), in.get(until)));
    }

    private static Json<ContractSummary.Scheduled> scheduled() {
        JsonShape<ContractSummary.Scheduled> shape = new JsonShape<>("scheduled change");
        Field<ContractSummary.Scheduled, CommandKind> kind =
                shape.required("kind", Json.constant(CommandKind.class), ContractSummary.Scheduled::kind);
        Field<ContractSummary.Scheduled, Instant> at = shape.required("at", Json.TIME, ContractSummary.Scheduled::at);
        return shape.of(in -> new ContractSummary.Scheduled(in.get(kind), in.get(at)));
    }
}
