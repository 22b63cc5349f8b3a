package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.TEXT;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.ContractEvent.AttributesChanged;
import io.silverdata.contract.model.ContractEvent.PersonalDataErased;
import java.util.List;

/** What a host keeps of its own on a contract, and what it erases. */
final class HostEventJson {
    static final Json<Attribute> ATTRIBUTE = attribute();
    private static final Json<AttributeKey> KEY = Json.text(AttributeKey::value, AttributeKey::new);

    private HostEventJson() {}

    static Json<AttributesChanged> attributesChanged() {
        JsonShape<AttributesChanged> shape = new JsonShape<>("attributesChanged");
        Field<AttributesChanged, List<Attribute>> set = shape.list("set", ATTRIBUTE, AttributesChanged::set);
        Field<AttributesChanged, List<AttributeKey>> removed = shape.list("removed", KEY, AttributesChanged::removed);
        return shape.of(in -> new AttributesChanged(in.get(set), in.get(removed)));
    }

    static Json<PersonalDataErased> personalDataErased() {
        JsonShape<PersonalDataErased> shape = new JsonShape<>("personalDataErased");
        Field<PersonalDataErased, List<AttributeKey>> attributes =
                shape.list("attributes", KEY, PersonalDataErased::attributes);
        return shape.of(in -> new PersonalDataErased(in.get(attributes)));
    }

    private static Json<Attribute> attribute() {
        JsonShape<Attribute> shape = new JsonShape<>("attribute");
        Field<Attribute, String> key =
                shape.required("key", TEXT, attribute -> attribute.key().value());
        Field<Attribute, String> text = shape.required("text", TEXT, Attribute::text);
        return shape.of(in -> new Attribute(new AttributeKey(in.get(key)), in.get(text)));
    }
}
