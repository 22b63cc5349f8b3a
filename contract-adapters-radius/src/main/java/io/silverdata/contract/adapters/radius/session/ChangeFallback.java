package io.silverdata.contract.adapters.radius.session;

/**
 * What happens to the session of a subscriber in full service whose NAS does not change it (CoA). Sessions of a suspended
 * subscriber are always closed then.
 */
public enum ChangeFallback {
    /** The session is closed, and comes back with the new rates: a second without service, once. */
    DISCONNECT,
    /** It stays as it is, and the delivery is refused: a person decides. */
    NONE
}
