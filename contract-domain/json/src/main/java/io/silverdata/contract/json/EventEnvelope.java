package io.silverdata.contract.json;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.EventMetadata;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.util.Optional;

/**
 * Events of one type as they are told to others: the type stands beside what happened, which stands in {@code data}.
 *
 * @param type the name of the type
 * @param event its class
 * @param data how what happened is written
 */
record EventEnvelope<E extends ContractEvent>(String type, Class<E> event, Json<E> data) {
    private static final Json<Trigger> TRIGGER = Json.constant(Trigger.class);
    private static final Json<Actor> ACTOR = Json.text(Actor::value, Actor::new);
    private static final Json<String> TYPE = typeAlone();

    /** The type of an event, whatever else stands beside it. */
    static String typeOf(String json) {
        return JsonText.read("an event", TYPE, json);
    }

    private static Json<String> typeAlone() {
        JsonShape<String> shape = new JsonShape<>("event");
        Field<String, String> type = shape.required("type", Json.TEXT, name -> name);
        return shape.of(in -> in.get(type));
    }

    String write(ContractEvent value) {
        return JsonText.write(Form.SHOWN, bare(), event.cast(value));
    }

    String write(RecordedEvent value) {
        return JsonText.write(Form.SHOWN, recorded(), value);
    }

    ContractEvent readBare(String json) {
        return JsonText.read(what(), bare(), json);
    }

    RecordedEvent read(String json) {
        return JsonText.read(what(), recorded(), json);
    }

    private String what() {
        return "an event of type " + type;
    }

    private Json<E> bare() {
        JsonShape<E> shape = new JsonShape<>("event");
        shape.required("type", Json.TEXT, happened -> type);
        Field<E, E> happened = shape.required("data", data, value -> value);
        return shape.of(in -> in.get(happened));
    }

    private Json<RecordedEvent> recorded() {
        JsonShape<RecordedEvent> shape = new JsonShape<>("event");
        shape.required("type", Json.TEXT, recorded -> type);
        Field<RecordedEvent, ContractId> contract =
                shape.required("contract", TermsJson.CONTRACT, RecordedEvent::contract);
        Field<RecordedEvent, Long> version = shape.required("version", Json.LONG, RecordedEvent::version);
        Field<RecordedEvent, Instant> effectiveAt =
                shape.required("effectiveAt", Json.TIME, RecordedEvent::effectiveAt);
        Field<RecordedEvent, Instant> recordedAt = shape.required("recordedAt", Json.TIME, RecordedEvent::recordedAt);
        Field<RecordedEvent, Actor> actor = shape.required("actor", ACTOR, RecordedEvent::actor);
        Field<RecordedEvent, Trigger> trigger = shape.required("trigger", TRIGGER, RecordedEvent::trigger);
        Field<RecordedEvent, Optional<String>> correlation =
                shape.optional("correlationId", Json.TEXT, RecordedEvent::correlationId);
        Field<RecordedEvent, E> happened = shape.required("data", data, recorded -> event.cast(recorded.event()));
        return shape.of(in -> new RecordedEvent(
                in.get(contract),
                in.get(version),
                new EventMetadata(
                        in.get(effectiveAt), in.get(recordedAt), in.get(actor), in.get(trigger), in.get(correlation)),
                in.get(happened)));
    }
}
