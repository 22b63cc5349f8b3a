package io.silverdata.contract.adapters.radius.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How each maker is told 100 Mbit/s down and 50 Mbit/s up, and where that ends. */
class NasProfilesTest {
    private static final Rates HOME = Rates.ofMbps(100, 50);

    static Stream<Arguments> makers() {
        return Stream.of(
                Arguments.of(NasProfiles.mikrotik(), List.of("Mikrotik-Rate-Limit=\"50M/100M\"")),
                Arguments.of(
                        NasProfiles.ciscoIsg("UP-{up}", "DOWN-{down}"),
                        List.of(
                                "Cisco-AVPair=\"subscriber:sub-qos-policy-in=UP-50M\"",
                                "Cisco-AVPair=\"subscriber:sub-qos-policy-out=DOWN-100M\"")),
                Arguments.of(
                        NasProfiles.juniper("in-{up}", "out-{down}"),
                        List.of("ERX-Ingress-Policy-Name=\"in-50M\"", "ERX-Egress-Policy-Name=\"out-100M\"")),
                Arguments.of(
                        NasProfiles.juniperService("internet({down},{up})"),
                        List.of("ERX-Service-Activate:1=\"internet(100M,50M)\"")),
                Arguments.of(
                        NasProfiles.huawei(),
                        List.of(
                                "Huawei-Input-Average-Rate=50000000",
                                "Huawei-Input-Peak-Rate=50000000",
                                "Huawei-Output-Average-Rate=100000000",
                                "Huawei-Output-Peak-Rate=100000000")),
                Arguments.of(
                        NasProfiles.huaweiProfile("fiber-{down}-{up}"),
                        List.of("Huawei-Qos-Profile-Name=\"fiber-100M-50M\"")),
                Arguments.of(NasProfiles.nokiaSr("sla-{down}"), List.of("Alc-SLA-Prof-Str=\"sla-100M\"")),
                Arguments.of(
                        NasProfiles.nokiaSrOverride(),
                        List.of(
                                "Alc-Subscriber-QoS-Override=\"i:q:1:pir=50000\"",
                                "Alc-Subscriber-QoS-Override=\"e:r:rate=100000\"")),
                Arguments.of(NasProfiles.accelPpp(), List.of("Filter-Id=\"100000/50000\"")),
                Arguments.of(
                        NasProfiles.wispr(),
                        List.of("WISPr-Bandwidth-Max-Up=50000000", "WISPr-Bandwidth-Max-Down=100000000")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("makers")
    void a_profile_writes_the_rates_in_the_attributes_of_the_maker(NasProfile profile, List<String> attributes) {
        List<RadiusAttribute> said = profile.rates(HOME).get();

        assertThat(said).extracting(RadiusAttribute::toString).containsExactlyElementsOf(attributes);
    }

    @Test
    void a_rate_is_written_in_the_largest_unit_in_which_it_is_whole() {
        NasProfile mikrotik = NasProfiles.mikrotik();

        assertThat(mikrotik.rates(Rates.ofKbps(1_500, 999)).get())
                .extracting(RadiusAttribute::text)
                .containsExactly("999k/1500k");
        assertThat(mikrotik.rates(new Rates(new Bandwidth(64_001), Bandwidth.ofMbps(10_000)))
                        .get())
                .extracting(RadiusAttribute::text)
                .containsExactly("10000M/64001");
    }

    @Test
    void a_rate_that_32_bits_do_not_hold_is_refused() {
        Rates tenGigabit = Rates.ofMbps(10_000, 1_000);

        for (NasProfile profile : List.of(NasProfiles.huawei(), NasProfiles.wispr())) {
            Rejection.InvalidValue refusal = profile.rates(tenGigabit).getLeft();
            assertThat(refusal.field()).isEqualTo("download");
            assertThat(refusal.value()).isEqualTo("10000 Mbit/s");
            assertThat(refusal.allowed()).contains("4294967295");
        }
        assertThat(NasProfiles.wispr()
                        .rates(new Rates(new Bandwidth(4_294_967_295L), Bandwidth.ofMbps(1)))
                        .isRight())
                .isTrue();
        assertThat(NasProfiles.wispr()
                        .rates(new Rates(Bandwidth.ofMbps(1), new Bandwidth(4_294_967_296L)))
                        .getLeft())
                .extracting(Rejection.InvalidValue::field)
                .isEqualTo("upload");
    }

    @Test
    void a_rate_that_is_no_whole_number_of_kilobits_is_refused_where_those_are_counted() {
        Rates odd = new Rates(new Bandwidth(1_500), Bandwidth.ofMbps(1));

        assertThat(NasProfiles.accelPpp().rates(odd).getLeft().allowed()).isEqualTo("whole kbit/s");
        assertThat(NasProfiles.nokiaSrOverride().rates(odd).getLeft().value()).isEqualTo("1500 bit/s");
    }

    @Test
    void a_name_that_does_not_fit_into_an_attribute_is_refused() {
        NasProfile verbose = NasProfiles.nokiaSr("x".repeat(245) + "{down}");

        assertThat(verbose.rates(HOME).getLeft().field()).isEqualTo("Alc-SLA-Prof-Str");
    }

    @Test
    void a_template_without_a_rate_is_refused() {
        assertThatThrownBy(() -> NasProfiles.ciscoIsg("in", "out-{down}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policyIn")
                .hasMessageContaining("{down} or {up}");
    }

    @Test
    void captivity_is_added_to_a_profile_and_changes_nothing_else() {
        RadiusAttribute garden = RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden");

        NasProfile profile = NasProfiles.withCaptivity(NasProfiles.mikrotik(), garden);

        assertThat(profile.captivity()).containsExactly(garden);
        assertThat(profile.name()).isEqualTo("mikrotik");
        assertThat(profile.rates(HOME)).isEqualTo(NasProfiles.mikrotik().rates(HOME));
        assertThat(profile.identification()).contains(SessionDetail.FRAMED_IP_ADDRESS);
        assertThatThrownBy(() -> NasProfiles.withCaptivity(NasProfiles.mikrotik()))
                .hasMessageContaining("captivity");
    }

    @Test
    void a_profile_of_services_does_not_change_sessions() {
        assertThat(NasProfiles.juniperService("svc({down})").changesSessions()).isFalse();
        assertThat(NasProfiles.juniper("in-{up}", "out-{down}").changesSessions())
                .isTrue();
    }
}
