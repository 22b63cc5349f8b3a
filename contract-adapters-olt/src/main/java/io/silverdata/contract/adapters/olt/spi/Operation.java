package io.silverdata.contract.adapters.olt.spi;

/** What can be asked of an OLT. A driver says for each whether it can. */
public enum Operation {
    /** Tell what make and model the OLT is. */
    DETECT,
    /** List the PON ports. */
    LIST_PON_PORTS,
    /** List ONUs that are connected and not registered. */
    LIST_UNREGISTERED,
    /** Find a registered ONU by its serial number, wherever on the OLT it is. */
    FIND,
    /** Register an ONU at a PON port with its profiles. */
    REGISTER,
    /** Give a registered ONU other profiles. */
    CHANGE_PROFILES,
    /** Give a registered ONU a service, or take one away. */
    BIND_SERVICE,
    /** Let a registered ONU work, or not. */
    SET_ADMIN_STATE,
    /** Remove a registered ONU with its services. */
    DELETE,
    /** Read how a registered ONU is configured. */
    READ_CONFIGURATION,
    /** Read how a registered ONU is. */
    READ_STATE,
    /** Read how a PON port is. */
    READ_PORT,
    /** Let a PON port work, or not: it concerns every subscriber on it. */
    SET_PORT,
    /** Make the OLT keep its configuration over a restart. */
    SAVE_CONFIGURATION
}
