package io.silverdata.contract.adapters.radius.profile;

/** What a NAS may need to find a session, beside User-Name and Acct-Session-Id (RFC 5176, section 3). */
public enum SessionDetail {
    /** NAS-IP-Address or NAS-IPv6-Address, as the NAS itself said it. */
    NAS_ADDRESS,
    /** Framed-IP-Address. MikroTik and FortiGate need it, hostapd refuses it. */
    FRAMED_IP_ADDRESS,
    /** NAS-Port-Id, as the NAS said it. Nokia looks at it first. */
    NAS_PORT_ID,
    /** Calling-Station-Id, as the NAS said it. */
    CALLING_STATION_ID
}
