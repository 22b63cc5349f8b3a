package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.DAY;
import static io.silverdata.contract.json.Json.FLAG;
import static io.silverdata.contract.json.Json.INT;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.Json.TIME;
import static io.silverdata.contract.json.PlantJson.ASSESSMENT;
import static io.silverdata.contract.json.PlantJson.LINE;
import static io.silverdata.contract.json.PlantJson.ONU;
import static io.silverdata.contract.json.PlantJson.PORTS;
import static io.silverdata.contract.json.TermsJson.ADDRESS;
import static io.silverdata.contract.json.TermsJson.CANCELLATION;
import static io.silverdata.contract.json.TermsJson.CUSTOMER;
import static io.silverdata.contract.json.TermsJson.DAYS;
import static io.silverdata.contract.json.TermsJson.MONEY;
import static io.silverdata.contract.json.TermsJson.NUMBER;
import static io.silverdata.contract.json.TermsJson.PLAN;
import static io.silverdata.contract.json.TermsJson.RADIUS_USER;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractEvent.AddressCorrected;
import io.silverdata.contract.model.ContractEvent.BillingDayChanged;
import io.silverdata.contract.model.ContractEvent.ContractActivated;
import io.silverdata.contract.model.ContractEvent.ContractAdopted;
import io.silverdata.contract.model.ContractEvent.ContractCancelled;
import io.silverdata.contract.model.ContractEvent.LoginRenamed;
import io.silverdata.contract.model.ContractEvent.NumberCorrected;
import io.silverdata.contract.model.ContractEvent.OnuSwapped;
import io.silverdata.contract.model.ContractEvent.OutputCorrected;
import io.silverdata.contract.model.ContractEvent.OwnershipTransferred;
import io.silverdata.contract.model.ContractEvent.PlanChanged;
import io.silverdata.contract.model.ContractEvent.Relocated;
import io.silverdata.contract.model.ContractEvent.ServiceConfirmed;
import io.silverdata.contract.model.ContractEvent.TermAgreed;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The events that make, change and end a live contract. */
final class LifeEventJson {
    private LifeEventJson() {}

    static Json<ContractActivated> contractActivated() {
        JsonShape<ContractActivated> shape = new JsonShape<>("contractActivated");
        Field<ContractActivated, Line> line = shape.required("line", LINE, ContractActivated::line);
        Field<ContractActivated, RadiusUser> login =
                shape.required("login", RADIUS_USER, ContractActivated::radiusUser);
        Field<ContractActivated, Optional<LocalDate>> termEnds =
                shape.optional("termEnds", DAY, ContractActivated::termEndsOn);
        return shape.of(in -> new ContractActivated(in.get(line), in.get(login), in.get(termEnds)));
    }

    static Json<ContractAdopted> contractAdopted() {
        JsonShape<ContractAdopted> shape = new JsonShape<>("contractAdopted");
        Field<ContractAdopted, Instant> activated = shape.required("activated", TIME, ContractAdopted::activatedAt);
        Field<ContractAdopted, Instant> inService = shape.required("inService", TIME, ContractAdopted::inServiceSince);
        Field<ContractAdopted, OnuSerial> onu = shape.required("onu", ONU, ContractAdopted::onu);
        Field<ContractAdopted, Optional<PortAssignment>> ports = shape.optional("ports", PORTS, ContractAdopted::ports);
        Field<ContractAdopted, RadiusUser> login = shape.required("login", RADIUS_USER, ContractAdopted::radiusUser);
        Field<ContractAdopted, Optional<LocalDate>> termEnds =
                shape.optional("termEnds", DAY, ContractAdopted::termEndsOn);
        Field<ContractAdopted, LocalDate> billedFrom = shape.required("billedFrom", DAY, ContractAdopted::billedFrom);
        Field<ContractAdopted, Optional<LocalDate>> anchor =
                shape.optional("billingAnchor", DAY, ContractAdopted::billingAnchor);
        return shape.of(in -> new ContractAdopted(
                in.get(activated),
                in.get(inService),
                in.get(onu),
                in.get(ports),
                in.get(login),
                in.get(termEnds),
                in.get(billedFrom),
                in.get(anchor)));
    }

    static Json<ServiceConfirmed> serviceConfirmed() {
        JsonShape<ServiceConfirmed> shape = new JsonShape<>("serviceConfirmed");
        return shape.of(in -> new ServiceConfirmed());
    }

    static Json<PlanChanged> planChanged() {
        JsonShape<PlanChanged> shape = new JsonShape<>("planChanged");
        Field<PlanChanged, PlanSnapshot> from = shape.required("from", PLAN, PlanChanged::from);
        Field<PlanChanged, PlanSnapshot> to = shape.required("to", PLAN, PlanChanged::to);
        return shape.of(in -> new PlanChanged(in.get(from), in.get(to)));
    }

    static Json<Relocated> relocated() {
        JsonShape<Relocated> shape = new JsonShape<>("relocated");
        Field<Relocated, ServiceAddress> from = shape.required("from", ADDRESS, Relocated::from);
        Field<Relocated, ServiceAddress> to = shape.required("to", ADDRESS, Relocated::to);
        Field<Relocated, Line> previous = shape.required("previous", LINE, Relocated::previous);
        Field<Relocated, Line> line = shape.required("line", LINE, Relocated::line);
        Field<Relocated, Assessment> assessment = shape.required("assessment", ASSESSMENT, Relocated::assessment);
        Field<Relocated, Optional<String>> override = shape.optional("override", TEXT, Relocated::override);
        return shape.of(in -> new Relocated(
                in.get(from), in.get(to), in.get(previous), in.get(line), in.get(assessment), in.get(override)));
    }

    static Json<OwnershipTransferred> ownershipTransferred() {
        JsonShape<OwnershipTransferred> shape = new JsonShape<>("ownershipTransferred");
        Field<OwnershipTransferred, CustomerId> from = shape.required("from", CUSTOMER, OwnershipTransferred::from);
        Field<OwnershipTransferred, CustomerId> to = shape.required("to", CUSTOMER, OwnershipTransferred::to);
        Field<OwnershipTransferred, RadiusUser> login =
                shape.required("login", RADIUS_USER, OwnershipTransferred::radiusUser);
        Field<OwnershipTransferred, Optional<String>> override =
                shape.optional("override", TEXT, OwnershipTransferred::override);
        return shape.of(in -> new OwnershipTransferred(in.get(from), in.get(to), in.get(login), in.get(override)));
    }

    static Json<OutputCorrected> outputCorrected() {
        JsonShape<OutputCorrected> shape = new JsonShape<>("outputCorrected");
        Field<OutputCorrected, Optional<PortAssignment>> from = shape.optional("from", PORTS, OutputCorrected::from);
        Field<OutputCorrected, PortAssignment> to = shape.required("to", PORTS, OutputCorrected::to);
        return shape.of(in -> new OutputCorrected(in.get(from), in.get(to)));
    }

    static Json<AddressCorrected> addressCorrected() {
        JsonShape<AddressCorrected> shape = new JsonShape<>("addressCorrected");
        Field<AddressCorrected, ServiceAddress> from = shape.required("from", ADDRESS, AddressCorrected::from);
        Field<AddressCorrected, ServiceAddress> to = shape.required("to", ADDRESS, AddressCorrected::to);
        return shape.of(in -> new AddressCorrected(in.get(from), in.get(to)));
    }

    static Json<NumberCorrected> numberCorrected() {
        JsonShape<NumberCorrected> shape = new JsonShape<>("numberCorrected");
        Field<NumberCorrected, ContractNumber> from = shape.required("from", NUMBER, NumberCorrected::from);
        Field<NumberCorrected, ContractNumber> to = shape.required("to", NUMBER, NumberCorrected::to);
        return shape.of(in -> new NumberCorrected(in.get(from), in.get(to)));
    }

    static Json<OnuSwapped> onuSwapped() {
        JsonShape<OnuSwapped> shape = new JsonShape<>("onuSwapped");
        Field<OnuSwapped, OnuSerial> from = shape.required("from", ONU, OnuSwapped::from);
        Field<OnuSwapped, OnuSerial> to = shape.required("to", ONU, OnuSwapped::to);
        return shape.of(in -> new OnuSwapped(in.get(from), in.get(to)));
    }

    static Json<LoginRenamed> loginRenamed() {
        JsonShape<LoginRenamed> shape = new JsonShape<>("loginRenamed");
        Field<LoginRenamed, RadiusUser> from = shape.required("from", RADIUS_USER, LoginRenamed::from);
        Field<LoginRenamed, RadiusUser> to = shape.required("to", RADIUS_USER, LoginRenamed::to);
        return shape.of(in -> new LoginRenamed(in.get(from), in.get(to)));
    }

    static Json<BillingDayChanged> billingDayChanged() {
        JsonShape<BillingDayChanged> shape = new JsonShape<>("billingDayChanged");
        Field<BillingDayChanged, Integer> from = shape.required("from", INT, BillingDayChanged::from);
        Field<BillingDayChanged, Integer> to = shape.required("to", INT, BillingDayChanged::to);
        return shape.of(in -> new BillingDayChanged(in.get(from), in.get(to)));
    }

    static Json<TermAgreed> termAgreed() {
        JsonShape<TermAgreed> shape = new JsonShape<>("termAgreed");
        Field<TermAgreed, LocalDate> starts = shape.required("starts", DAY, TermAgreed::startsOn);
        Field<TermAgreed, Optional<LocalDate>> ends = shape.optional("ends", DAY, TermAgreed::endsOn);
        return shape.of(in -> new TermAgreed(in.get(starts), in.get(ends)));
    }

    static Json<ContractCancelled> contractCancelled() {
        JsonShape<ContractCancelled> shape = new JsonShape<>("contractCancelled");
        Field<ContractCancelled, CancellationReason> reason =
                shape.required("reason", CANCELLATION, ContractCancelled::reason);
        Field<ContractCancelled, Boolean> neverActive =
                shape.required("neverActive", FLAG, ContractCancelled::neverActive);
        Field<ContractCancelled, Integer> termDaysLeft =
                shape.orElse(0, "termDaysLeft", INT, ContractCancelled::remainingTermDays);
        Field<ContractCancelled, Optional<Money>> debt = shape.optional("debt", MONEY, ContractCancelled::debt);
        Field<ContractCancelled, List<DayRange>> termDays = shape.list("termDays", DAYS, ContractCancelled::termDays);
        return shape.of(in -> new ContractCancelled(
                in.get(reason), in.get(neverActive), in.get(termDaysLeft), in.get(termDays), in.get(debt)));
    }
}
