package io.silverdata.contract.adapters.radius;

/**
 * What is done with the session of a subscriber in full service whose NAS does not take a change. Sessions of a subscriber who
 * is held back are always closed then.
 */
public enum ChangeFallback {
    /** The session is closed, and comes back with the new rates: a second without service, once. */
    DISCONNECT,
    /** It stays as it is, and the delivery is refused: a person decides. */
    NONE
}
