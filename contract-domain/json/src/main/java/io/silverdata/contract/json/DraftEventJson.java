package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.FLAG;
import static io.silverdata.contract.json.Json.INT;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.Json.TIME;
import static io.silverdata.contract.json.PlantJson.ASSESSMENT;
import static io.silverdata.contract.json.PlantJson.PORTS;
import static io.silverdata.contract.json.TermsJson.ADDRESS;
import static io.silverdata.contract.json.TermsJson.CONTRACT;
import static io.silverdata.contract.json.TermsJson.CUSTOMER;
import static io.silverdata.contract.json.TermsJson.NUMBER;
import static io.silverdata.contract.json.TermsJson.PLAN;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.ContractEvent.ContractDrafted;
import io.silverdata.contract.model.ContractEvent.FeasibilityAssessed;
import io.silverdata.contract.model.ContractEvent.PortsReserved;
import io.silverdata.contract.model.ContractEvent.ReservationExpired;
import io.silverdata.contract.model.ContractEvent.ReservationReleased;
import io.silverdata.contract.model.ContractEvent.ReservationRenewed;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ServiceAddress;
import java.time.Instant;
import java.util.Optional;

/** The events of a draft. */
final class DraftEventJson {
    private DraftEventJson() {}

    static Json<ContractDrafted> contractDrafted() {
        JsonShape<ContractDrafted> shape = new JsonShape<>("contractDrafted");
        Field<ContractDrafted, ContractNumber> number = shape.required("number", NUMBER, ContractDrafted::number);
        Field<ContractDrafted, Optional<ContractId>> predecessor =
                shape.optional("predecessor", CONTRACT, ContractDrafted::predecessor);
        Field<ContractDrafted, CustomerId> customer = shape.required("customer", CUSTOMER, ContractDrafted::customer);
        Field<ContractDrafted, PlanSnapshot> plan = shape.required("plan", PLAN, ContractDrafted::plan);
        Field<ContractDrafted, ServiceAddress> address = shape.required("address", ADDRESS, ContractDrafted::address);
        Field<ContractDrafted, Integer> billingDay = shape.required("billingDay", INT, ContractDrafted::billingDay);
        Field<ContractDrafted, Optional<Integer>> termMonths =
                shape.optional("termMonths", INT, ContractDrafted::termMonths);
        Field<ContractDrafted, Boolean> takenOver = shape.orElse(false, "takenOver", FLAG, ContractDrafted::takenOver);
        return shape.of(in -> new ContractDrafted(
                in.get(number),
                in.get(predecessor),
                in.get(customer),
                in.get(plan),
                in.get(address),
                in.get(billingDay),
                in.get(termMonths),
                in.get(takenOver)));
    }

    static Json<FeasibilityAssessed> feasibilityAssessed() {
        JsonShape<FeasibilityAssessed> shape = new JsonShape<>("feasibilityAssessed");
        Field<FeasibilityAssessed, Assessment> assessment =
                shape.required("assessment", ASSESSMENT, FeasibilityAssessed::assessment);
        return shape.of(in -> new FeasibilityAssessed(in.get(assessment)));
    }

    static Json<PortsReserved> portsReserved() {
        JsonShape<PortsReserved> shape = new JsonShape<>("portsReserved");
        Field<PortsReserved, PortAssignment> ports = shape.required("ports", PORTS, PortsReserved::ports);
        Field<PortsReserved, Instant> until = shape.required("until", TIME, PortsReserved::until);
        Field<PortsReserved, Optional<String>> override = shape.optional("override", TEXT, PortsReserved::override);
        return shape.of(in -> new PortsReserved(in.get(ports), in.get(until), in.get(override)));
    }

    static Json<ReservationRenewed> reservationRenewed() {
        JsonShape<ReservationRenewed> shape = new JsonShape<>("reservationRenewed");
        Field<ReservationRenewed, Instant> until = shape.required("until", TIME, ReservationRenewed::until);
        return shape.of(in -> new ReservationRenewed(in.get(until)));
    }

    static Json<ReservationReleased> reservationReleased() {
        JsonShape<ReservationReleased> shape = new JsonShape<>("reservationReleased");
        Field<ReservationReleased, PortAssignment> ports = shape.required("ports", PORTS, ReservationReleased::ports);
        return shape.of(in -> new ReservationReleased(in.get(ports)));
    }

    static Json<ReservationExpired> reservationExpired() {
        JsonShape<ReservationExpired> shape = new JsonShape<>("reservationExpired");
        Field<ReservationExpired, PortAssignment> ports = shape.required("ports", PORTS, ReservationExpired::ports);
        return shape.of(in -> new ReservationExpired(in.get(ports)));
    }
}
