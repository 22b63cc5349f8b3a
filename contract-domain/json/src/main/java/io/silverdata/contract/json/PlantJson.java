package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.INT;
import static io.silverdata.contract.json.Json.TIME;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What contracts and events say about the plant. */
final class PlantJson {
    static final Json<OnuSerial> ONU = Json.text(OnuSerial::value, OnuSerial::new);

    /** As {@code NAP-0042#7}. */
    static final Json<SplitterOutputId> OUTPUT = Json.text(
            port -> port.splitter().value() + "#" + port.output(), text -> Parsed.valid(SplitterOutputId.parse(text)));

    /** As {@code olt-1:0/2/7}. */
    private static final Json<PonPortId> PON_PORT = Json.text(
            port -> port.olt().value() + ":" + port.frame() + "/" + port.slot() + "/" + port.port(),
            text -> Parsed.valid(PonPortId.parse(text)));

    private static final Json<SplitterId> SPLITTER = Json.text(SplitterId::value, SplitterId::new);
    private static final Json<FeasibilityCheck.Kind> CHECK_KIND = Json.constant(FeasibilityCheck.Kind.class);
    private static final Json<FeasibilityCheck.Result> CHECK_RESULT = Json.constant(FeasibilityCheck.Result.class);

    private static final Json<FeasibilityCheck> CHECK =
            Json.twoForms(Json.of(PlantJson::writeCheck, PlantJson::readCheck), JsonToken.START_OBJECT, shownCheck());

    static final Json<PortAssignment> PORTS = ports();
    static final Json<Line> LINE = line();
    static final Json<Reservation> RESERVATION = reservation();
    static final Json<Assessment> ASSESSMENT = assessment();

    private PlantJson() {}

    private static Json<PortAssignment> ports() {
        JsonShape<PortAssignment> shape = new JsonShape<>("ports");
        Field<PortAssignment, SplitterOutputId> output =
                shape.required("output", OUTPUT, PortAssignment::splitterOutput);
        Field<PortAssignment, PonPortId> pon = shape.required("pon", PON_PORT, PortAssignment::ponPort);
        return shape.of(in -> new PortAssignment(in.get(output), in.get(pon)));
    }

    private static Json<Line> line() {
        JsonShape<Line> shape = new JsonShape<>("line");
        Field<Line, PortAssignment> ports = shape.required("ports", PORTS, Line::ports);
        Field<Line, OnuSerial> onu = shape.required("onu", ONU, Line::onu);
        return shape.of(in -> new Line(in.get(ports), in.get(onu)));
    }

    private static Json<Reservation> reservation() {
        JsonShape<Reservation> shape = new JsonShape<>("reservation");
        Field<Reservation, PortAssignment> ports = shape.required("ports", PORTS, Reservation::ports);
        Field<Reservation, Instant> until = shape.required("until", TIME, Reservation::until);
        Field<Reservation, Integer> renewals = shape.orElse(0, "renewals", INT, Reservation::renewals);
        return shape.of(in -> new Reservation(in.get(ports), in.get(until), in.get(renewals)));
    }

    private static Json<Assessment> assessment() {
        JsonShape<Assessment> shape = new JsonShape<>("assessment");
        Field<Assessment, Verdict> verdict =
                shape.required("verdict", Json.constant(Verdict.class), Assessment::verdict);
        Field<Assessment, Optional<SplitterId>> wanted = shape.optional("wanted", SPLITTER, Assessment::wanted);
        Field<Assessment, List<SplitterAssessment>> splitters =
                shape.list("splitters", splitterAssessment(), Assessment::splitters);
        Field<Assessment, Instant> expires = shape.required("expires", TIME, Assessment::expiresAt);
        return shape.of(in -> new Assessment(in.get(verdict), in.get(wanted), in.get(splitters), in.get(expires)));
    }

    private static Json<SplitterAssessment> splitterAssessment() {
        JsonShape<SplitterAssessment> shape = new JsonShape<>("splitter assessment");
        Field<SplitterAssessment, SplitterId> splitter =
                shape.required("splitter", SPLITTER, SplitterAssessment::splitter);
        Field<SplitterAssessment, PonPortId> pon = shape.required("pon", PON_PORT, SplitterAssessment::ponPort);
        Field<SplitterAssessment, Distance> drop = shape.required("drop", UnitJson.DISTANCE, SplitterAssessment::drop);
        Field<SplitterAssessment, List<FeasibilityCheck>> checks =
                shape.list("checks", CHECK, SplitterAssessment::checks);
        Field<SplitterAssessment, Optional<OpticalPower>> power =
                shape.optional("power", UnitJson.POWER, SplitterAssessment::predictedPower);
        Field<SplitterAssessment, Optional<Decibels>> margin =
                shape.optional("margin", UnitJson.DECIBELS, SplitterAssessment::margin);
        return shape.of(in -> new SplitterAssessment(
                in.get(splitter), in.get(pon), in.get(drop), in.get(checks), in.get(power), in.get(margin)));
    }

    private static Json<FeasibilityCheck> shownCheck() {
        JsonShape<FeasibilityCheck> shape = new JsonShape<>("check");
        Field<FeasibilityCheck, FeasibilityCheck.Kind> kind =
                shape.required("kind", CHECK_KIND, FeasibilityCheck::kind);
        Field<FeasibilityCheck, FeasibilityCheck.Result> result =
                shape.required("result", CHECK_RESULT, FeasibilityCheck::result);
        Field<FeasibilityCheck, String> detail = shape.required("detail", Json.TEXT, FeasibilityCheck::detail);
        return shape.of(in -> new FeasibilityCheck(in.get(kind), in.get(result), in.get(detail)));
    }

    /** An assessment has up to a hundred checks: stored, each is an array of kind, result and detail instead of an object. */
    private static void writeCheck(JsonSink out, FeasibilityCheck check) throws IOException {
        out.json().writeStartArray();
        CHECK_KIND.write(out, check.kind());
        CHECK_RESULT.write(out, check.result());
        out.json().writeString(check.detail());
        out.json().writeEndArray();
    }

    private static FeasibilityCheck readCheck(JsonParser in) throws IOException {
        in.nextToken();
        FeasibilityCheck.Kind kind = CHECK_KIND.read(in);
        in.nextToken();
        FeasibilityCheck.Result result = CHECK_RESULT.read(in);
        in.nextToken();
        FeasibilityCheck check = new FeasibilityCheck(kind, result, in.getText());
        while (in.nextToken() != JsonToken.END_ARRAY) {
            in.skipChildren(); // a newer writer said more
        }
        return check;
    }
}
