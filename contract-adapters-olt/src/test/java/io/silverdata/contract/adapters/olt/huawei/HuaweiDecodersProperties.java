package io.silverdata.contract.adapters.olt.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.PonPortNames;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HuaweiDecodersProperties {
    private static final OltId OLT = new OltId("olt-1");

    private final PonPortNames ports = new PonPortNames(OLT, HuaweiDriver.PORT_NAME);

    @Property
    void a_port_name_is_read_as_its_numbers(
            @ForAll @IntRange(max = 255) int frame,
            @ForAll @IntRange(max = 255) int slot,
            @ForAll @IntRange(max = 255) int port) {
        PonPortId id = new PonPortId(OLT, frame, slot, port);

        assertThat(ports.parse("GPON " + frame + "/" + slot + "/" + port)).contains(id);
        assertThat(ports.parse("XG-PON " + frame + "/" + slot + "/" + port)).contains(id);
    }

    @Property
    void any_other_name_is_no_port(@ForAll String name) {
        assertThat(ports.parse("eth" + name)).isEmpty();
        assertThat(ports.parse("GPON 0/1/256" + name)).isEmpty();
    }

    @Property
    void light_is_hundredths_of_a_dBm(@ForAll @IntRange(min = -5_000, max = 1_000) int value) {
        assertThat(OntDecoder.hundredths(OptionalLong.of(value))).contains(new OpticalPower(value));
        assertThat(OntDecoder.shifted(OptionalLong.of(value + 10_000L))).contains(new OpticalPower(value));
    }

    @Property
    void light_that_makes_no_sense_is_unknown(@ForAll int value) {
        assertThat(OntDecoder.hundredths(OptionalLong.of(value)).isPresent())
                .isEqualTo(value >= -5_000 && value <= 1_000);
        assertThat(OntDecoder.shifted(OptionalLong.of(value)).isPresent()).isEqualTo(value >= 5_000 && value <= 11_000);
    }

    @Example
    void causes_are_those_of_the_MIB() {
        assertThat(Stream.of(1, 2, 3, 5, 6, 15).map(OntDecoder::cause)).containsOnly(OnuState.DownCause.LOS);
        assertThat(OntDecoder.cause(4)).isEqualTo(OnuState.DownCause.SIGNAL_DEGRADED);
        assertThat(OntDecoder.cause(8)).isEqualTo(OnuState.DownCause.ADMIN);
        assertThat(Stream.of(9, 10, 31, 32, 33).map(OntDecoder::cause)).containsOnly(OnuState.DownCause.REBOOT);
        assertThat(OntDecoder.cause(13)).isEqualTo(OnuState.DownCause.POWER);
        assertThat(OntDecoder.cause(37)).isEqualTo(OnuState.DownCause.ROGUE);
    }

    @Property
    void a_code_that_the_MIB_does_not_have_is_unknown(@ForAll int code) {
        Assume.that(code < 0 || code > 37);

        assertThat(OntDecoder.cause(code)).isEqualTo(OnuState.DownCause.UNKNOWN);
        assertThat(OntDecoder.admin(code)).isEqualTo(OnuState.Admin.UNKNOWN);
        assertThat(OntDecoder.oper(code)).isEqualTo(OnuState.Oper.UNKNOWN);
        assertThat(OntDecoder.registration(code, code)).isEqualTo(OnuState.Registration.REGISTERED);
    }

    @Example
    void admin_oper_and_registration_are_those_of_the_MIB() {
        assertThat(OntDecoder.admin(1)).isEqualTo(OnuState.Admin.ENABLED);
        assertThat(OntDecoder.admin(2)).isEqualTo(OnuState.Admin.DISABLED);
        assertThat(OntDecoder.oper(1)).isEqualTo(OnuState.Oper.ONLINE);
        assertThat(OntDecoder.oper(2)).isEqualTo(OnuState.Oper.OFFLINE);
        assertThat(OntDecoder.registration(3, 2)).isEqualTo(OnuState.Registration.MISMATCH);
        assertThat(OntDecoder.registration(2, 3)).isEqualTo(OnuState.Registration.CONFIG_FAILED);
        assertThat(OntDecoder.registration(2, 2)).isEqualTo(OnuState.Registration.REGISTERED);
    }

    @Example
    void values_recorded_from_real_devices_are_read_as_their_light() {
        assertThat(OntDecoder.hundredths(OptionalLong.of(-1414))).contains(OpticalPower.ofDbm(-14.14));
        assertThat(OntDecoder.shifted(OptionalLong.of(8064))).contains(OpticalPower.ofDbm(-19.36));
        assertThat(OntDecoder.hundredths(OptionalLong.of(2_147_483_647L))).isEmpty();
        assertThat(OntDecoder.hundredths(OptionalLong.empty())).isEmpty();
    }

    @Example
    void distance_is_metres_and_minus_one_is_none() {
        assertThat(OntDecoder.distance(OptionalLong.of(1234))).contains(Distance.ofMetres(1234));
        assertThat(OntDecoder.distance(OptionalLong.of(-1))).isEmpty();
    }

    @Example
    void the_cause_tells_the_phase_of_an_ONT_that_is_off() {
        assertThat(OnuState.phase(OnuState.Oper.OFFLINE, OnuState.DownCause.POWER))
                .isEqualTo(OnuState.Phase.DYING_GASP);
        assertThat(OnuState.phase(OnuState.Oper.ONLINE, OnuState.DownCause.POWER))
                .isEqualTo(OnuState.Phase.WORKING);
    }
}
