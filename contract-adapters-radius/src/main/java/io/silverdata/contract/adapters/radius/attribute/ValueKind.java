package io.silverdata.contract.adapters.radius.attribute;

/** How the value of an attribute is written, in the packet and as text (RFC 8044, section 3). */
public enum ValueKind {
    /** Letters in UTF-8, without control characters; as text, the same. */
    TEXT,
    /** 32 bits, unsigned; as text, decimal digits. Four octets, or three behind a tag. */
    INTEGER,
    /** Seconds since 1970, 32 bits, unsigned; as text, decimal digits. */
    DATE,
    /** Four octets; as text, {@code 192.0.2.1}. */
    IPV4,
    /** Sixteen octets; as text, {@code 2001:db8:0:0:0:0:0:1} or any shorter form. */
    IPV6,
    /** An IPv6 prefix of RFC 3162, section 2.3; as text, {@code 2001:db8::/56}. */
    IPV6_PREFIX,
    /** Octets without a meaning here; as text, {@code 0x} and hexadecimal digits. */
    OCTETS,
    /** Text that only the NAS and the server may know: it is never shown by {@code toString}. */
    SECRET
}
