package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.internal.Checks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The attributes that a caller gives to a request, in the form in which they are sent. */
final class RequestBody {
    private static final int VENDOR_SPECIFIC = 26;
    private static final int VENDOR_HEADER = 6;
    // RFC 2865 3: 4,096 with the header of 20; Message-Authenticator takes 18, Event-Timestamp 6
    private static final int MAX_OCTETS = 4_096 - 20 - 18 - 6;
    private static final Set<AttributeType> ADDED_HERE =
            Set.of(Attributes.MESSAGE_AUTHENTICATOR, Attributes.EVENT_TIMESTAMP);

    private final List<org.tinyradius.attribute.RadiusAttribute> attributes;

    private RequestBody(List<org.tinyradius.attribute.RadiusAttribute> attributes) {
        this.attributes = attributes;
    }

    /**
     * Checks and converts.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    static RequestBody of(List<RadiusAttribute> given) {
        // a request without any would be for every session of the NAS
        Checks.that(!given.isEmpty(), "attributes", "none", "one or more");
        List<org.tinyradius.attribute.RadiusAttribute> attributes = new ArrayList<>(given.size());
        int octets = 0;
        for (RadiusAttribute attribute : given) {
            Checks.that(!ADDED_HERE.contains(attribute.type()), "attribute", attribute, "none that the client adds");
            Checks.that(!attribute.type().equals(Attributes.PROXY_STATE), "attribute", attribute, "none of a proxy");
            org.tinyradius.attribute.RadiusAttribute wire = wire(attribute);
            attributes.add(wire);
            octets += 2 + wire.getAttributeData().length;
        }
        Checks.that(octets <= MAX_OCTETS, "attributes", octets + " octets", "at most " + MAX_OCTETS + " octets");
        return new RequestBody(attributes);
    }

    List<org.tinyradius.attribute.RadiusAttribute> attributes() {
        return attributes;
    }

    private static org.tinyradius.attribute.RadiusAttribute wire(RadiusAttribute attribute) {
        AttributeType type = attribute.type();
        byte[] value = attribute.value();
        return type.isVendorSpecific()
                ? new org.tinyradius.attribute.RadiusAttribute(VENDOR_SPECIFIC, vendorSpecific(type, value))
                : new org.tinyradius.attribute.RadiusAttribute(type.code(), value);
    }

    // RFC 2865 5.26; octets of our own, since tinyradius would ask its dictionary, which has one vendor
    private static byte[] vendorSpecific(AttributeType type, byte[] value) {
        return ByteBuffer.allocate(VENDOR_HEADER + value.length)
                .putInt(type.vendor())
                .put((byte) type.code())
                .put((byte) (2 + value.length))
                .put(value)
                .array();
    }
}
