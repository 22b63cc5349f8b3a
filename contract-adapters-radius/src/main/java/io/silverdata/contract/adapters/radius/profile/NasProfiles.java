package io.silverdata.contract.adapters.radius.profile;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Burst;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profiles of known makers. A burst is written for MikroTik only; the others have it in their policies, or not at all. Where a NAS takes names of its own instead of rates, the name is made of a template: {@code
 * {down}} and {@code {up}} in it become the rates, as in {@code fiber-{down}-{up}} and {@code fiber-100M-50M}. Things of
 * these names must exist on the NAS.
 *
 * <p>None has a walled garden by itself; {@link #withCaptivity} adds what the operator has built there.
 */
public final class NasProfiles {
    private static final Set<SessionDetail> NAS = Set.of(SessionDetail.NAS_ADDRESS);

    private static final Set<SessionDetail> NOKIA =
            Set.of(SessionDetail.NAS_ADDRESS, SessionDetail.NAS_PORT_ID, SessionDetail.FRAMED_IP_ADDRESS);

    private NasProfiles() {}

    /**
     * MikroTik RouterOS: {@code Mikrotik-Rate-Limit}, upload first, since the router's receiving side is meant, with the burst
     * of the plan if it has one. Takes changes
     * of rates, and needs the address of the session. For captivity {@code Mikrotik-Address-List} or {@code Framed-Pool}.
     */
    public static NasProfile mikrotik() {
        return profile(
                "mikrotik",
                Set.of(SessionDetail.NAS_ADDRESS, SessionDetail.FRAMED_IP_ADDRESS),
                rates -> all(List.of(attribute(
                        Attributes.MIKROTIK_RATE_LIMIT,
                        rxTx(rates.upload(), rates.download())
                                + rates.burst().map(NasProfiles::mikrotikBurst).orElse("")))));
    }

    /**
     * Cisco ISG (IOS-XE) and ASR 9000: {@code Cisco-AVPair} with {@code subscriber:sub-qos-policy-in} and {@code -out}. In is
     * from the subscriber. The policy maps must exist. For captivity the {@code Cisco-AVPair} of the redirecting service.
     *
     * @param policyIn template of the policy map for upload, with {@code {up}}
     * @param policyOut template of the policy map for download, with {@code {down}}
     */
    public static NasProfile ciscoIsg(String policyIn, String policyOut) {
        RateText.template("policyIn", policyIn);
        RateText.template("policyOut", policyOut);
        return profile(
                "cisco",
                NAS,
                rates -> all(List.of(
                        attribute(
                                Attributes.CISCO_AVPAIR,
                                "subscriber:sub-qos-policy-in=" + RateText.named(policyIn, rates)),
                        attribute(
                                Attributes.CISCO_AVPAIR,
                                "subscriber:sub-qos-policy-out=" + RateText.named(policyOut, rates)))));
    }

    /**
     * Juniper ERX and MX by policies: {@code ERX-Ingress-Policy-Name} and {@code ERX-Egress-Policy-Name}, which a change
     * replaces. Ingress is from the subscriber. For captivity {@code ERX-Service-Activate:1} or {@code Framed-Pool}.
     *
     * @param ingress template of the policy for upload, with {@code {up}}
     * @param egress template of the policy for download, with {@code {down}}
     */
    public static NasProfile juniper(String ingress, String egress) {
        RateText.template("ingress", ingress);
        RateText.template("egress", egress);
        return profile(
                "juniper",
                NAS,
                rates -> all(List.of(
                        attribute(Attributes.ERX_INGRESS_POLICY_NAME, RateText.named(ingress, rates)),
                        attribute(Attributes.ERX_EGRESS_POLICY_NAME, RateText.named(egress, rates)))));
    }

    /**
     * Juniper MX by a dynamic service: {@code ERX-Service-Activate:1}. Another service can be put in its place only by who
     * knows the one that is active, and that is not known after a failure in between: sessions are closed instead.
     *
     * @param service template, for example {@code internet({down},{up})}
     */
    public static NasProfile juniperService(String service) {
        RateText.template("service", service);
        return new ConfiguredProfile(
                "juniper-service",
                rates -> all(List.of(RadiusAttribute.parse(
                        Attributes.ERX_SERVICE_ACTIVATE, OptionalInt.of(1), RateText.named(service, rates)))),
                List.of(),
                false,
                NAS,
                Set.of());
    }

    /**
     * Huawei ME60 and NE40E: committed and peak rates in bit/s, both alike, since some versions leave the peak rate where
     * only the committed one is changed. At most 4,294,967,295 bit/s; for more take {@link #huaweiProfile}. Input is from the
     * subscriber. For captivity {@code Filter-Id} with the user group.
     */
    public static NasProfile huawei() {
        return profile(
                "huawei",
                NAS,
                rates -> all(List.of(
                        bits(Attributes.HUAWEI_INPUT_AVERAGE_RATE, "upload", rates.upload()),
                        bits(Attributes.HUAWEI_INPUT_PEAK_RATE, "upload", rates.upload()),
                        bits(Attributes.HUAWEI_OUTPUT_AVERAGE_RATE, "download", rates.download()),
                        bits(Attributes.HUAWEI_OUTPUT_PEAK_RATE, "download", rates.download()))));
    }

    /**
     * Huawei ME60 and NE40E by {@code Huawei-Qos-Profile-Name}, which must exist there.
     *
     * @param qosProfile template of its name
     */
    public static NasProfile huaweiProfile(String qosProfile) {
        RateText.template("qosProfile", qosProfile);
        return profile(
                "huawei-profile",
                NAS,
                rates ->
                        all(List.of(attribute(Attributes.HUAWEI_QOS_PROFILE_NAME, RateText.named(qosProfile, rates)))));
    }

    /**
     * Nokia 7750 SR by {@code Alc-SLA-Prof-Str}; the SLA profile must exist. A NAS of this maker acknowledges a change of
     * which it passes over what it does not know. For captivity {@code Alc-Subsc-Prof-Str} of a redirecting profile.
     *
     * @param slaProfile template of its name; older releases take 16 characters
     */
    public static NasProfile nokiaSr(String slaProfile) {
        RateText.template("slaProfile", slaProfile);
        return profile(
                "nokia",
                NOKIA,
                rates -> all(List.of(attribute(Attributes.ALC_SLA_PROF_STR, RateText.named(slaProfile, rates)))));
    }

    /**
     * Nokia 7750 SR by {@code Alc-Subscriber-QoS-Override}: the peak rate of ingress queue 1 for upload, the aggregate
     * rate of egress for download, in kbit/s. Queue 1 and the aggregate rate must be in the subscriber's policies. For
     * captivity {@code Alc-SLA-Prof-Str} of a redirecting profile.
     */
    public static NasProfile nokiaSrOverride() {
        return profile(
                "nokia-override",
                NOKIA,
                rates -> all(List.of(
                        RateText.kilobits("upload", rates.upload())
                                .flatMap(up -> attribute(Attributes.ALC_SUBSCRIBER_QOS_OVERRIDE, "i:q:1:pir=" + up)),
                        RateText.kilobits("download", rates.download())
                                .flatMap(down ->
                                        attribute(Attributes.ALC_SUBSCRIBER_QOS_OVERRIDE, "e:r:rate=" + down)))));
    }

    /**
     * accel-ppp with its shaper on {@code Filter-Id}, as {@code down/up} in kbit/s. It acknowledges a change whether it knows
     * the attributes or not: check its configuration once. For captivity {@code Framed-Pool}.
     */
    public static NasProfile accelPpp() {
        return profile(
                "accel-ppp",
                Set.of(),
                rates -> all(List.of(RateText.kilobits("download", rates.download())
                        .flatMap(down -> RateText.kilobits("upload", rates.upload())
                                .flatMap(up -> attribute(Attributes.FILTER_ID, down + "/" + up))))));
    }

    /**
     * Wi-Fi and hotspots: {@code WISPr-Bandwidth-Max-Up} and {@code -Down} in bit/s, at most 4,294,967,295. For captivity
     * {@code WISPr-Redirection-URL}.
     */
    public static NasProfile wispr() {
        return profile(
                "wispr",
                NAS,
                rates -> all(List.of(
                        bits(Attributes.WISPR_BANDWIDTH_MAX_UP, "upload", rates.upload()),
                        bits(Attributes.WISPR_BANDWIDTH_MAX_DOWN, "download", rates.download()))));
    }

    /**
     * The same profile with a walled garden.
     *
     * @param captivity what the operator has built on these NASes, at least one; not the attributes that hold the rates
     * @throws IllegalArgumentException when there is none
     */
    public static NasProfile withCaptivity(NasProfile profile, RadiusAttribute... captivity) {
        Checks.that(captivity.length > 0, "captivity", "none", "at least one attribute");
        return new ConfiguredProfile(
                profile.name(),
                profile::rates,
                List.of(captivity),
                profile.changesSessions(),
                profile.identification(),
                profile.liveAttributes());
    }

    /**
     * The same profile of NASes that change these attributes in open sessions, such as {@code Framed-Route}, as the operator has tried.
     *
     * @param attributes beside those of the rates, and those that it changes already; not addresses and prefixes, by which a session is
     *     found
     * @throws IllegalArgumentException when the profile changes no sessions
     */
    public static NasProfile withLiveAttributes(NasProfile profile, AttributeType... attributes) {
        Checks.that(profile.changesSessions(), "profile", profile.name(), "one that changes sessions");
        return new ConfiguredProfile(
                profile.name(),
                profile::rates,
                profile.captivity(),
                true,
                profile.identification(),
                Stream.concat(profile.liveAttributes().stream(), Stream.of(attributes))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String mikrotikBurst(Burst burst) {
        long seconds = burst.time().toSeconds();
        return " " + rxTx(burst.upload(), burst.download()) + " "
                + rxTx(burst.uploadThreshold(), burst.downloadThreshold()) + " " + seconds + "/" + seconds;
    }

    private static String rxTx(Bandwidth fromSubscriber, Bandwidth toSubscriber) {
        return RateText.shortest(fromSubscriber) + "/" + RateText.shortest(toSubscriber);
    }

    private static NasProfile profile(
            String name,
            Set<SessionDetail> identification,
            Function<Rates, Either<Rejection.InvalidValue, List<RadiusAttribute>>> formatter) {
        return new ConfiguredProfile(name, formatter, List.of(), true, identification, Set.of());
    }

    /** A template may be so long that it no longer fits with the rates in it: that is for the operator to hear. */
    private static Either<Rejection.InvalidValue, RadiusAttribute> attribute(AttributeType type, String value) {
        return RadiusAttribute.parse(type, OptionalInt.empty(), value);
    }

    private static Either<Rejection.InvalidValue, RadiusAttribute> bits(
            AttributeType type, String field, Bandwidth rate) {
        return RateText.bits(field, rate).flatMap(value -> attribute(type, value));
    }

    /** All of them, or the first refusal. */
    private static Either<Rejection.InvalidValue, List<RadiusAttribute>> all(
            List<Either<Rejection.InvalidValue, RadiusAttribute>> attributes) {
        return attributes.stream()
                .filter(Either::isLeft)
                .findFirst()
                .<Either<Rejection.InvalidValue, List<RadiusAttribute>>>map(refused -> Either.left(refused.getLeft()))
                .orElseGet(
                        () -> Either.right(attributes.stream().map(Either::get).toList()));
    }
}
