package io.silverdata.contract.adapters.radius.dynauth;

/**
 * What is asked of the Message-Authenticator in answers (RFC 3579, section 3.2; RFC 5176, section 3.4). The Response
 * Authenticator is always checked. Requests always carry a Message-Authenticator.
 */
public enum MessageAuthenticatorPolicy {
    /** Answers without one are ignored. For a NAS that is known to send it; FreeRADIUS 3.2 does not. */
    REQUIRED,
    /** Where there is one it must be right. What RFC 5176 asks for. */
    CHECKED_WHEN_PRESENT,
    /** Not looked at. For a NAS behind FreeRADIUS 3.2.3 as a proxy, which sends a wrong one. */
    IGNORED
}
