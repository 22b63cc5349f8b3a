package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.TEXT;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.ContractEvent.AccessSettingsChanged;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.ReplyAttribute;
import java.util.List;
import java.util.Optional;

/** What RADIUS tells of a subscriber beside the plan. */
final class AccessJson {
    static final Json<IpPrefix> PREFIX = Json.text(IpPrefix::value, IpPrefix::new);
    static final Json<AccessSettings> SETTINGS = settings();

    private AccessJson() {}

    static Json<AccessSettingsChanged> accessSettingsChanged() {
        JsonShape<AccessSettingsChanged> shape = new JsonShape<>("accessSettingsChanged");
        Field<AccessSettingsChanged, AccessSettings> from =
                shape.orElse(AccessSettings.NONE, "from", SETTINGS, AccessSettingsChanged::from);
        Field<AccessSettingsChanged, AccessSettings> to =
                shape.orElse(AccessSettings.NONE, "to", SETTINGS, AccessSettingsChanged::to);
        return shape.of(in -> new AccessSettingsChanged(in.get(from), in.get(to)));
    }

    private static Json<AccessSettings> settings() {
        Json<IpAddress> ipAddress = Json.text(IpAddress::value, IpAddress::new);
        Json<FramedRoute> route = Json.text(FramedRoute::toString, text -> Parsed.valid(FramedRoute.parse(text)));
        JsonShape<AccessSettings> shape = new JsonShape<>("accessSettings");
        Field<AccessSettings, Optional<IpAddress>> address =
                shape.optional("address", ipAddress, AccessSettings::address);
        Field<AccessSettings, Optional<IpPrefix>> prefix = shape.optional("prefix", PREFIX, AccessSettings::prefix);
        Field<AccessSettings, Optional<IpPrefix>> delegated =
                shape.optional("delegatedPrefix", PREFIX, AccessSettings::delegatedPrefix);
        Field<AccessSettings, List<FramedRoute>> routes = shape.list("routes", route, AccessSettings::routes);
        Field<AccessSettings, List<ReplyAttribute>> attributes =
                shape.list("attributes", attribute(), AccessSettings::attributes);
        return shape.of(in -> new AccessSettings(
                in.get(address), in.get(prefix), in.get(delegated), in.get(routes), in.get(attributes)));
    }

    private static Json<ReplyAttribute> attribute() {
        JsonShape<ReplyAttribute> shape = new JsonShape<>("replyAttribute");
        Field<ReplyAttribute, String> name = shape.required("name", TEXT, ReplyAttribute::name);
        Field<ReplyAttribute, String> value = shape.required("value", TEXT, ReplyAttribute::value);
        return shape.of(in -> new ReplyAttribute(in.get(name), in.get(value)));
    }
}
