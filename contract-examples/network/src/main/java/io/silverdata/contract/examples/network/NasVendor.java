package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a NAS is, as {@code --nas} names it: its profile, and what the operator must have built on it for a walled garden. */
enum NasVendor {
    MIKROTIK(
            "mikrotik",
            List.of(),
            texts -> NasProfiles.mikrotik(),
            RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden")),
    CISCO(
            "cisco",
            List.of("IN", "OUT"),
            texts -> NasProfiles.ciscoIsg(texts.get(0), texts.get(1)),
            RadiusAttribute.text(Attributes.CISCO_AVPAIR, "subscriber:service-name=walled-garden")),
    JUNIPER(
            "juniper",
            List.of("INGRESS", "EGRESS"),
            texts -> NasProfiles.juniper(texts.get(0), texts.get(1)),
            RadiusAttribute.text(Attributes.FRAMED_POOL, "walled-garden")),
    JUNIPER_SERVICE(
            "juniper-service",
            List.of("SERVICE"),
            texts -> NasProfiles.juniperService(texts.get(0)),
            RadiusAttribute.text(Attributes.FRAMED_POOL, "walled-garden")),
    HUAWEI(
            "huawei",
            List.of(),
            texts -> NasProfiles.huawei(),
            RadiusAttribute.text(Attributes.FILTER_ID, "walled-garden")),
    HUAWEI_PROFILE(
            "huawei-profile",
            List.of("QOS-PROFILE"),
            texts -> NasProfiles.huaweiProfile(texts.get(0)),
            RadiusAttribute.text(Attributes.FILTER_ID, "walled-garden")),
    NOKIA(
            "nokia",
            List.of("SLA-PROFILE"),
            texts -> NasProfiles.nokiaSr(texts.get(0)),
            RadiusAttribute.text(Attributes.ALC_SUBSC_PROF_STR, "walled-garden")),
    NOKIA_OVERRIDE(
            "nokia-override",
            List.of(),
            texts -> NasProfiles.nokiaSrOverride(),
            RadiusAttribute.text(Attributes.ALC_SLA_PROF_STR, "walled-garden")),
    ACCEL_PPP(
            "accel-ppp",
            List.of(),
            texts -> NasProfiles.accelPpp(),
            RadiusAttribute.text(Attributes.FRAMED_POOL, "walled-garden")),
    WISPR(
            "wispr",
            List.of(),
            texts -> NasProfiles.wispr(),
            RadiusAttribute.text(Attributes.WISPR_REDIRECTION_URL, "http://walled-garden.example/"));

    private final String word;
    private final List<String> templates;
    private final Function<List<String>, NasProfile> profile;
    private final RadiusAttribute captivity;

    NasVendor(
            String word,
            List<String> templates,
            Function<List<String>, NasProfile> profile,
            RadiusAttribute captivity) {
        this.word = word;
        this.templates = templates;
        this.profile = profile;
        this.captivity = captivity;
    }

    /**
     * The profile that a text names, such as {@code mikrotik} or {@code cisco(in-{up};out-{down})}.
     *
     * @throws IllegalArgumentException in words for whoever wrote it
     */
    static NasProfile parse(String text) {
        int open = text.indexOf('(');
        String word = open < 0 ? text : text.substring(0, open);
        NasVendor vendor = Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no profile \"" + word + "\", only " + all()));
        List<String> texts = templates(text, open)
                .filter(given -> given.size() == vendor.templates.size())
                .orElseThrow(() -> new IllegalArgumentException("profile \"" + text + "\" must be written " + vendor
                        + ", templates with {up} and {down} in them"));
        return vendor.profile(texts);
    }

    /** The profile with these templates. */
    NasProfile profile(List<String> texts) {
        return NasProfiles.withCaptivity(profile.apply(texts), captivity);
    }

    private static Optional<List<String>> templates(String text, int open) {
        if (open < 0) {
            return Optional.of(List.of());
        }
        return text.endsWith(")")
                ? Optional.of(
                        List.of(text.substring(open + 1, text.length() - 1).split(";", -1)))
                : Optional.empty();
    }

    private static String all() {
        return Arrays.stream(values()).map(NasVendor::toString).collect(Collectors.joining(", "));
    }

    /** As it is to be written. */
    @Override
    public String toString() {
        return templates.isEmpty() ? word : word + "(" + String.join(";", templates) + ")";
    }
}
