package io.silverdata.contract.adapters.radius.attribute;

import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attributes this library knows, by name and by number. Names are those of FreeRADIUS' dictionary 3.2, where a group's
 * row with a name that is not in it is passed over in silence.
 */
public final class Attributes {

    /** RFC 2865, section 5.1. */
    public static final AttributeType USER_NAME = AttributeType.standard("User-Name", 1, ValueKind.TEXT);

    /** Number 4. */
    public static final AttributeType NAS_IP_ADDRESS = AttributeType.standard("NAS-IP-Address", 4, ValueKind.IPV4);

    /** Number 5. */
    public static final AttributeType NAS_PORT = AttributeType.standard("NAS-Port", 5, ValueKind.INTEGER);

    /** Number 6. */
    public static final AttributeType SERVICE_TYPE = AttributeType.standard("Service-Type", 6, ValueKind.INTEGER);

    /** Number 8. */
    public static final AttributeType FRAMED_IP_ADDRESS =
            AttributeType.standard("Framed-IP-Address", 8, ValueKind.IPV4);

    /** RFC 2865, section 5.11. accel-ppp reads rates from it, as down/up in kbit/s, unless configured otherwise. */
    public static final AttributeType FILTER_ID = AttributeType.standard("Filter-Id", 11, ValueKind.TEXT);

    /** RFC 2865, section 5.22: a route behind the subscriber, as {@code 198.51.100.0/29 0.0.0.0 1}. */
    public static final AttributeType FRAMED_ROUTE = AttributeType.standard("Framed-Route", 22, ValueKind.TEXT);

    /** RFC 3162, section 2.5: the same for IPv6. */
    public static final AttributeType FRAMED_IPV6_ROUTE =
            AttributeType.standard("Framed-IPv6-Route", 99, ValueKind.TEXT);

    /** Number 18. */
    public static final AttributeType REPLY_MESSAGE = AttributeType.standard("Reply-Message", 18, ValueKind.TEXT);

    /** Number 24. */
    public static final AttributeType STATE = AttributeType.standard("State", 24, ValueKind.OCTETS);

    /** Number 25. */
    public static final AttributeType CLASS = AttributeType.standard("Class", 25, ValueKind.OCTETS);

    /** Number 27. */
    public static final AttributeType SESSION_TIMEOUT =
            AttributeType.standard("Session-Timeout", 27, ValueKind.INTEGER);

    /** Number 28. */
    public static final AttributeType IDLE_TIMEOUT = AttributeType.standard("Idle-Timeout", 28, ValueKind.INTEGER);

    /** Number 29. */
    public static final AttributeType TERMINATION_ACTION =
            AttributeType.standard("Termination-Action", 29, ValueKind.INTEGER);

    /** Number 30. */
    public static final AttributeType CALLED_STATION_ID =
            AttributeType.standard("Called-Station-Id", 30, ValueKind.TEXT);

    /** Number 31. */
    public static final AttributeType CALLING_STATION_ID =
            AttributeType.standard("Calling-Station-Id", 31, ValueKind.TEXT);

    /** Number 32. */
    public static final AttributeType NAS_IDENTIFIER = AttributeType.standard("NAS-Identifier", 32, ValueKind.TEXT);

    /** RFC 2865, section 5.33. Belongs to proxies: the client refuses it. */
    public static final AttributeType PROXY_STATE = AttributeType.standard("Proxy-State", 33, ValueKind.OCTETS);

    /** RFC 2866, section 5.5. To be copied from accounting byte for byte. */
    public static final AttributeType ACCT_SESSION_ID = AttributeType.standard("Acct-Session-Id", 44, ValueKind.TEXT);

    /** Number 49. */
    public static final AttributeType ACCT_TERMINATE_CAUSE =
            AttributeType.standard("Acct-Terminate-Cause", 49, ValueKind.INTEGER);

    /** Number 50. */
    public static final AttributeType ACCT_MULTI_SESSION_ID =
            AttributeType.standard("Acct-Multi-Session-Id", 50, ValueKind.TEXT);

    /** RFC 2869, section 5.3. The client adds it by itself. */
    public static final AttributeType EVENT_TIMESTAMP = AttributeType.standard("Event-Timestamp", 55, ValueKind.DATE);

    /** Number 62. */
    public static final AttributeType PORT_LIMIT = AttributeType.standard("Port-Limit", 62, ValueKind.INTEGER);

    /** RFC 3579, section 3.2. The client adds it by itself. */
    public static final AttributeType MESSAGE_AUTHENTICATOR =
            AttributeType.standard("Message-Authenticator", 80, ValueKind.OCTETS);

    /** Number 85. */
    public static final AttributeType ACCT_INTERIM_INTERVAL =
            AttributeType.standard("Acct-Interim-Interval", 85, ValueKind.INTEGER);

    /** Number 87. */
    public static final AttributeType NAS_PORT_ID = AttributeType.standard("NAS-Port-Id", 87, ValueKind.TEXT);

    /** Number 88. */
    public static final AttributeType FRAMED_POOL = AttributeType.standard("Framed-Pool", 88, ValueKind.TEXT);

    /** Number 89. */
    public static final AttributeType CHARGEABLE_USER_IDENTITY =
            AttributeType.standard("Chargeable-User-Identity", 89, ValueKind.OCTETS);

    /** Number 95. */
    public static final AttributeType NAS_IPV6_ADDRESS = AttributeType.standard("NAS-IPv6-Address", 95, ValueKind.IPV6);

    /** Number 97. */
    public static final AttributeType FRAMED_IPV6_PREFIX =
            AttributeType.standard("Framed-IPv6-Prefix", 97, ValueKind.IPV6_PREFIX);

    /** Number 100. */
    public static final AttributeType FRAMED_IPV6_POOL =
            AttributeType.standard("Framed-IPv6-Pool", 100, ValueKind.TEXT);

    /** RFC 5176, section 3.5. */
    public static final AttributeType ERROR_CAUSE = AttributeType.standard("Error-Cause", 101, ValueKind.INTEGER);

    /** Number 123. */
    public static final AttributeType DELEGATED_IPV6_PREFIX =
            AttributeType.standard("Delegated-IPv6-Prefix", 123, ValueKind.IPV6_PREFIX);

    /** Number 168. */
    public static final AttributeType FRAMED_IPV6_ADDRESS =
            AttributeType.standard("Framed-IPv6-Address", 168, ValueKind.IPV6);

    /** Number 171. */
    public static final AttributeType DELEGATED_IPV6_PREFIX_POOL =
            AttributeType.standard("Delegated-IPv6-Prefix-Pool", 171, ValueKind.TEXT);

    /** The number of MikroTik RouterOS. */
    public static final int MIKROTIK = 14988;

    /** MikroTik RouterOS, number 1. */
    public static final AttributeType MIKROTIK_RECV_LIMIT =
            AttributeType.vendor("Mikrotik-Recv-Limit", MIKROTIK, 1, ValueKind.INTEGER);

    /** MikroTik RouterOS, number 2. */
    public static final AttributeType MIKROTIK_XMIT_LIMIT =
            AttributeType.vendor("Mikrotik-Xmit-Limit", MIKROTIK, 2, ValueKind.INTEGER);

    /** MikroTik RouterOS, number 3. */
    public static final AttributeType MIKROTIK_GROUP =
            AttributeType.vendor("Mikrotik-Group", MIKROTIK, 3, ValueKind.TEXT);

    /** MikroTik RouterOS, number 8. */
    public static final AttributeType MIKROTIK_RATE_LIMIT =
            AttributeType.vendor("Mikrotik-Rate-Limit", MIKROTIK, 8, ValueKind.TEXT);

    /** MikroTik RouterOS, number 19. */
    public static final AttributeType MIKROTIK_ADDRESS_LIST =
            AttributeType.vendor("Mikrotik-Address-List", MIKROTIK, 19, ValueKind.TEXT);

    /** MikroTik RouterOS, number 22. */
    public static final AttributeType MIKROTIK_DELEGATED_IPV6_POOL =
            AttributeType.vendor("Mikrotik-Delegated-IPv6-Pool", MIKROTIK, 22, ValueKind.TEXT);

    /** The number of Cisco. */
    public static final int CISCO = 9;

    /** Cisco, number 1. */
    public static final AttributeType CISCO_AVPAIR = AttributeType.vendor("Cisco-AVPair", CISCO, 1, ValueKind.TEXT);

    /** The number of Juniper ERX and MX. */
    public static final int ERX = 4874;

    /** Juniper ERX and MX, number 10. */
    public static final AttributeType ERX_INGRESS_POLICY_NAME =
            AttributeType.vendor("ERX-Ingress-Policy-Name", ERX, 10, ValueKind.TEXT);

    /** Juniper ERX and MX, number 11. */
    public static final AttributeType ERX_EGRESS_POLICY_NAME =
            AttributeType.vendor("ERX-Egress-Policy-Name", ERX, 11, ValueKind.TEXT);

    /** Juniper ERX and MX, number 26. */
    public static final AttributeType ERX_QOS_PROFILE_NAME =
            AttributeType.vendor("ERX-Qos-Profile-Name", ERX, 26, ValueKind.TEXT);

    /** Juniper ERX and MX, number 65, with a tag. */
    public static final AttributeType ERX_SERVICE_ACTIVATE =
            new AttributeType("ERX-Service-Activate", ERX, 65, ValueKind.TEXT, true);

    /** Juniper ERX and MX, number 66. */
    public static final AttributeType ERX_SERVICE_DEACTIVATE =
            AttributeType.vendor("ERX-Service-Deactivate", ERX, 66, ValueKind.TEXT);

    /** The number of Huawei. */
    public static final int HUAWEI = 2011;

    /** Huawei, number 2. */
    public static final AttributeType HUAWEI_INPUT_AVERAGE_RATE =
            AttributeType.vendor("Huawei-Input-Average-Rate", HUAWEI, 2, ValueKind.INTEGER);

    /** Huawei, number 3. */
    public static final AttributeType HUAWEI_INPUT_PEAK_RATE =
            AttributeType.vendor("Huawei-Input-Peak-Rate", HUAWEI, 3, ValueKind.INTEGER);

    /** Huawei, number 5. */
    public static final AttributeType HUAWEI_OUTPUT_AVERAGE_RATE =
            AttributeType.vendor("Huawei-Output-Average-Rate", HUAWEI, 5, ValueKind.INTEGER);

    /** Huawei, number 6. */
    public static final AttributeType HUAWEI_OUTPUT_PEAK_RATE =
            AttributeType.vendor("Huawei-Output-Peak-Rate", HUAWEI, 6, ValueKind.INTEGER);

    /** Huawei, number 31. */
    public static final AttributeType HUAWEI_QOS_PROFILE_NAME =
            AttributeType.vendor("Huawei-Qos-Profile-Name", HUAWEI, 31, ValueKind.TEXT);

    /** The number of Nokia (formerly Alcatel-Lucent) Service Router. */
    public static final int NOKIA_SR = 6527;

    /** Nokia (formerly Alcatel-Lucent) Service Router, number 11. */
    public static final AttributeType ALC_SUBSC_ID_STR =
            AttributeType.vendor("Alc-Subsc-ID-Str", NOKIA_SR, 11, ValueKind.TEXT);

    /** Nokia (formerly Alcatel-Lucent) Service Router, number 12. */
    public static final AttributeType ALC_SUBSC_PROF_STR =
            AttributeType.vendor("Alc-Subsc-Prof-Str", NOKIA_SR, 12, ValueKind.TEXT);

    /** Nokia (formerly Alcatel-Lucent) Service Router, number 13. */
    public static final AttributeType ALC_SLA_PROF_STR =
            AttributeType.vendor("Alc-SLA-Prof-Str", NOKIA_SR, 13, ValueKind.TEXT);

    /** Nokia (formerly Alcatel-Lucent) Service Router, number 126. */
    public static final AttributeType ALC_SUBSCRIBER_QOS_OVERRIDE =
            AttributeType.vendor("Alc-Subscriber-QoS-Override", NOKIA_SR, 126, ValueKind.TEXT);

    /** The number of Wi-Fi and hotspots (WISPr). */
    public static final int WISPR = 14122;

    /** Wi-Fi and hotspots (WISPr), number 4. */
    public static final AttributeType WISPR_REDIRECTION_URL =
            AttributeType.vendor("WISPr-Redirection-URL", WISPR, 4, ValueKind.TEXT);

    /** Wi-Fi and hotspots (WISPr), number 7. */
    public static final AttributeType WISPR_BANDWIDTH_MAX_UP =
            AttributeType.vendor("WISPr-Bandwidth-Max-Up", WISPR, 7, ValueKind.INTEGER);

    /** Wi-Fi and hotspots (WISPr), number 8. */
    public static final AttributeType WISPR_BANDWIDTH_MAX_DOWN =
            AttributeType.vendor("WISPr-Bandwidth-Max-Down", WISPR, 8, ValueKind.INTEGER);

    /** The number of Roaring Penguin, which accel-ppp reads too (rates in kbit/s). */
    public static final int ROARING_PENGUIN = 10055;

    /** Roaring Penguin, which accel-ppp reads too (rates in kbit/s), number 1. */
    public static final AttributeType RP_UPSTREAM_SPEED_LIMIT =
            AttributeType.vendor("RP-Upstream-Speed-Limit", ROARING_PENGUIN, 1, ValueKind.INTEGER);

    /** Roaring Penguin, which accel-ppp reads too (rates in kbit/s), number 2. */
    public static final AttributeType RP_DOWNSTREAM_SPEED_LIMIT =
            AttributeType.vendor("RP-Downstream-Speed-Limit", ROARING_PENGUIN, 2, ValueKind.INTEGER);

    private static final Pattern NAME_AND_TAG = Pattern.compile("([^:]+):([0-9]{1,2})");
    private static final Map<String, AttributeType> BY_NAME = Stream.of(
                    USER_NAME,
                    NAS_IP_ADDRESS,
                    NAS_PORT,
                    SERVICE_TYPE,
                    FRAMED_IP_ADDRESS,
                    FILTER_ID,
                    FRAMED_ROUTE,
                    FRAMED_IPV6_ROUTE,
                    REPLY_MESSAGE,
                    STATE,
                    CLASS,
                    SESSION_TIMEOUT,
                    IDLE_TIMEOUT,
                    TERMINATION_ACTION,
                    CALLED_STATION_ID,
                    CALLING_STATION_ID,
                    NAS_IDENTIFIER,
                    PROXY_STATE,
                    ACCT_SESSION_ID,
                    ACCT_TERMINATE_CAUSE,
                    ACCT_MULTI_SESSION_ID,
                    EVENT_TIMESTAMP,
                    PORT_LIMIT,
                    MESSAGE_AUTHENTICATOR,
                    ACCT_INTERIM_INTERVAL,
                    NAS_PORT_ID,
                    FRAMED_POOL,
                    CHARGEABLE_USER_IDENTITY,
                    NAS_IPV6_ADDRESS,
                    FRAMED_IPV6_PREFIX,
                    FRAMED_IPV6_POOL,
                    ERROR_CAUSE,
                    DELEGATED_IPV6_PREFIX,
                    FRAMED_IPV6_ADDRESS,
                    DELEGATED_IPV6_PREFIX_POOL,
                    MIKROTIK_RECV_LIMIT,
                    MIKROTIK_XMIT_LIMIT,
                    MIKROTIK_GROUP,
                    MIKROTIK_RATE_LIMIT,
                    MIKROTIK_ADDRESS_LIST,
                    MIKROTIK_DELEGATED_IPV6_POOL,
                    CISCO_AVPAIR,
                    ERX_INGRESS_POLICY_NAME,
                    ERX_EGRESS_POLICY_NAME,
                    ERX_QOS_PROFILE_NAME,
                    ERX_SERVICE_ACTIVATE,
                    ERX_SERVICE_DEACTIVATE,
                    HUAWEI_INPUT_AVERAGE_RATE,
                    HUAWEI_INPUT_PEAK_RATE,
                    HUAWEI_OUTPUT_AVERAGE_RATE,
                    HUAWEI_OUTPUT_PEAK_RATE,
                    HUAWEI_QOS_PROFILE_NAME,
                    ALC_SUBSC_ID_STR,
                    ALC_SUBSC_PROF_STR,
                    ALC_SLA_PROF_STR,
                    ALC_SUBSCRIBER_QOS_OVERRIDE,
                    WISPR_REDIRECTION_URL,
                    WISPR_BANDWIDTH_MAX_UP,
                    WISPR_BANDWIDTH_MAX_DOWN,
                    RP_UPSTREAM_SPEED_LIMIT,
                    RP_DOWNSTREAM_SPEED_LIMIT)
            .collect(Collectors.toUnmodifiableMap(AttributeType::name, Function.identity()));
    private static final Map<Numbers, AttributeType> BY_NUMBER = BY_NAME.values().stream()
            .collect(
                    Collectors.toUnmodifiableMap(type -> new Numbers(type.vendor(), type.code()), Function.identity()));

    private Attributes() {}

    private record Numbers(int vendor, int code) {}

    /** Every one, in no order; immutable. */
    public static Set<AttributeType> all() {
        return Set.copyOf(BY_NAME.values());
    }

    /**
     * The attribute of that name.
     *
     * @param name without a tag, upper and lower case as in the dictionary
     */
    public static Optional<AttributeType> find(String name) {
        return Optional.ofNullable(BY_NAME.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * The attribute of that number.
     *
     * @param vendor {@link AttributeType#STANDARD} or the vendor's
     */
    public static Optional<AttributeType> find(int vendor, int code) {
        return Optional.ofNullable(BY_NUMBER.get(new Numbers(vendor, code)));
    }

    /**
     * Reads an attribute as a row of FreeRADIUS' tables has it.
     *
     * @param name of an attribute of this catalogue, with {@code :} and a tag where there is one
     * @param text the value, in the form that {@link ValueKind} states
     * @return the attribute, or what is wrong: the name is not known, or the value does not fit
     */
    public static Either<Rejection.InvalidValue, RadiusAttribute> parse(String name, String text) {
        Matcher tagged = NAME_AND_TAG.matcher(name);
        boolean hasTag = tagged.matches();
        OptionalInt tag = hasTag ? OptionalInt.of(Integer.parseInt(tagged.group(2))) : OptionalInt.empty();
        return find(hasTag ? tagged.group(1) : name)
                .map(type -> RadiusAttribute.parse(type, tag, text))
                .orElseGet(() -> Either.left(
                        new Rejection.InvalidValue("attribute", name, "a name of the attribute catalogue")));
    }
}
