package io.silverdata.contract.adapters.radius.arch.seeded.attribute;

import org.tinyradius.attribute.RadiusAttribute;

/** A signature that names another library's type. */
public class NamesTinyradius {
    /** The type. */
    public RadiusAttribute wire() {
        return new RadiusAttribute(1, new byte[1]);
    }
}
