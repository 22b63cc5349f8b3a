package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.Locale;

/** Attribute, operator and value of a row in one of FreeRADIUS' tables. */
public record Row(String attribute, String op, String value) {

    /** Whether it is of this attribute. FreeRADIUS does not tell upper from lower case in names. */
    public boolean is(String name) {
        return attribute.equalsIgnoreCase(name);
    }

    /** What FreeRADIUS compares attributes by when it merges lists: the name, without a tag. */
    String dictionaryName() {
        int colon = attribute.indexOf(':');
        return (colon < 0 ? attribute : attribute.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    /** Without the value, which may be a password. */
    @Override
    public String toString() {
        return attribute + " " + op;
    }
}
