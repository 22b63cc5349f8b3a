package io.silverdata.contract.adapters.olt.peer;

/**
 * A user of SNMPv3 with authentication and privacy.
 *
 * @param name the security name
 * @param authentication as net-snmp calls the protocol, for example {@code SHA-256}
 * @param authenticationKey the pass phrase
 * @param privacy as net-snmp calls the protocol, for example {@code AES}
 * @param privacyKey the pass phrase
 */
public record SnmpUser(
        String name, String authentication, String authenticationKey, String privacy, String privacyKey) {

    /** HMAC-192-SHA-256 (RFC 7860) and AES-128 (RFC 3826). */
    public static final SnmpUser SHA256_AES128 =
            new SnmpUser("operator128", "SHA-256", "authentic-pass-1", "AES", "private-pass-1");

    /** HMAC-384-SHA-512 (RFC 7860) and AES-256 in the way of Blumenthal's draft. */
    public static final SnmpUser SHA512_AES256 =
            new SnmpUser("operator256", "SHA-512", "authentic-pass-2", "AES-256", "private-pass-2");
}
