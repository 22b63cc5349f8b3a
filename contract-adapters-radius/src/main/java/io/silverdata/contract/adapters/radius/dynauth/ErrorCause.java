package io.silverdata.contract.adapters.radius.dynauth;

import java.util.Map;
import java.util.Optional;

/**
 * Why a NAS refused (Error-Cause, RFC 5176, section 3.5, and the IANA registry). A NAS may send numbers that no registry has.
 *
 * @param code 0 to 4,294,967,295
 */
public record ErrorCause(long code) {
    /** The session is gone, other things of it were removed. In a Disconnect-ACK. */
    public static final ErrorCause RESIDUAL_SESSION_CONTEXT_REMOVED = new ErrorCause(201);
    /** A forged or broken EAP packet. */
    public static final ErrorCause INVALID_EAP_PACKET = new ErrorCause(202);
    /** The NAS does not know an attribute of the request. */
    public static final ErrorCause UNSUPPORTED_ATTRIBUTE = new ErrorCause(401);
    /** The NAS needs an attribute that is not there, for example to find the session. */
    public static final ErrorCause MISSING_ATTRIBUTE = new ErrorCause(402);
    /** The request names another NAS. */
    public static final ErrorCause NAS_IDENTIFICATION_MISMATCH = new ErrorCause(403);
    /** Another thing is wrong with the request. */
    public static final ErrorCause INVALID_REQUEST = new ErrorCause(404);
    /** The NAS does not know the Service-Type. */
    public static final ErrorCause UNSUPPORTED_SERVICE = new ErrorCause(405);
    /** The NAS does not do this kind of request. */
    public static final ErrorCause UNSUPPORTED_EXTENSION = new ErrorCause(406);
    /** A value is of the wrong form or unknown to the NAS. */
    public static final ErrorCause INVALID_ATTRIBUTE_VALUE = new ErrorCause(407);
    /** The NAS is configured not to do it. */
    public static final ErrorCause ADMINISTRATIVELY_PROHIBITED = new ErrorCause(501);
    /** A proxy does not know the way. */
    public static final ErrorCause REQUEST_NOT_ROUTABLE = new ErrorCause(502);
    /** No such session, or not found by what the request says of it. */
    public static final ErrorCause SESSION_CONTEXT_NOT_FOUND = new ErrorCause(503);
    /** The session cannot be removed. */
    public static final ErrorCause SESSION_CONTEXT_NOT_REMOVABLE = new ErrorCause(504);
    /** Another thing is wrong at a proxy. */
    public static final ErrorCause OTHER_PROXY_PROCESSING_ERROR = new ErrorCause(505);
    /** The NAS has too much to do. */
    public static final ErrorCause RESOURCES_UNAVAILABLE = new ErrorCause(506);
    /** The NAS asks the RADIUS server first. */
    public static final ErrorCause REQUEST_INITIATED = new ErrorCause(507);
    /** Several sessions fit, and the NAS wants one. */
    public static final ErrorCause MULTIPLE_SESSION_SELECTION_UNSUPPORTED = new ErrorCause(508);
    /** The NAS needs to know a location (RFC 5580). */
    public static final ErrorCause LOCATION_INFO_REQUIRED = new ErrorCause(509);
    /** The answer would be too long (RFC 7930). */
    public static final ErrorCause RESPONSE_TOO_BIG = new ErrorCause(601);

    private static final long MAX_CODE = 0xFFFF_FFFFL;
    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(201L, "Residual-Session-Context-Removed"),
            Map.entry(202L, "Invalid-EAP-Packet"),
            Map.entry(401L, "Unsupported-Attribute"),
            Map.entry(402L, "Missing-Attribute"),
            Map.entry(403L, "NAS-Identification-Mismatch"),
            Map.entry(404L, "Invalid-Request"),
            Map.entry(405L, "Unsupported-Service"),
            Map.entry(406L, "Unsupported-Extension"),
            Map.entry(407L, "Invalid-Attribute-Value"),
            Map.entry(501L, "Administratively-Prohibited"),
            Map.entry(502L, "Request-Not-Routable"),
            Map.entry(503L, "Session-Context-Not-Found"),
            Map.entry(504L, "Session-Context-Not-Removable"),
            Map.entry(505L, "Other-Proxy-Processing-Error"),
            Map.entry(506L, "Resources-Unavailable"),
            Map.entry(507L, "Request-Initiated"),
            Map.entry(508L, "Multiple-Session-Selection-Unsupported"),
            Map.entry(509L, "Location-Info-Required"),
            Map.entry(601L, "Response-Too-Big"));

    /** Checks the range. */
    public ErrorCause {
        if (code < 0 || code > MAX_CODE) {
            throw new IllegalArgumentException("code must be 0 to " + MAX_CODE + ", was " + code);
        }
    }

    /** What the registry calls it, if it is there. */
    public Optional<String> name() {
        return Optional.ofNullable(NAMES.get(code));
    }

    /** Number and name, as {@code 503 Session-Context-Not-Found}. */
    @Override
    public String toString() {
        return name().map(name -> code + " " + name).orElseGet(() -> Long.toString(code));
    }
}
