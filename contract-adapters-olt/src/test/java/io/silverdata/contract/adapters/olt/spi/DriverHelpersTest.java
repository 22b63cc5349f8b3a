package io.silverdata.contract.adapters.olt.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DriverHelpersTest {
    private static final OltId OLT = new OltId("olt-1");
    private static final Oid COLUMN = Oid.of(1, 3, 1);
    private static final Oid OTHER = Oid.of(1, 3, 2);
    private static final OnuSerial SERIAL = new OnuSerial("ACME0000000A");

    @Test
    void capabilities_are_those_that_were_told_last() {
        Capabilities capabilities = Capabilities.none()
                .with(Capability.supported("MIB"), Operation.FIND, Operation.DELETE)
                .with(Capability.experimental("field"), Operation.DELETE);

        assertThat(capabilities.of(Operation.FIND).level()).isEqualTo(Capability.Level.SUPPORTED);
        assertThat(capabilities.of(Operation.DELETE)).isEqualTo(Capability.experimental("field"));
        assertThat(capabilities.of(Operation.REGISTER).level()).isEqualTo(Capability.Level.UNSUPPORTED);
        assertThat(Capabilities.none().of(Operation.FIND).level()).isEqualTo(Capability.Level.UNSUPPORTED);
    }

    @Test
    void row_status_is_that_of_RFC_2579() {
        assertThat(RowStatus.createAndGo(COLUMN)).isEqualTo(VarBind.of(COLUMN, 4));
        assertThat(RowStatus.destroy(COLUMN)).isEqualTo(VarBind.of(COLUMN, 6));
    }

    @Test
    void names_of_ports_that_are_none_are_nobodys() {
        PonPortNames ports = new PonPortNames(OLT, Pattern.compile("pon (\\d+)/(\\d+)/(\\d+)"));

        assertThat(ports.parse(" pon 0/12/255 ")).contains(new PonPortId(OLT, 0, 12, 255));
        assertThat(ports.parse("pon 0/12/256")).isEmpty();
        assertThat(ports.parse("pon 0/12/99999999999999")).isEmpty();
        assertThat(ports.parse("pon 0/12/1:7")).isEmpty();
        assertThat(ports.parse("uplink 0/12/1")).isEmpty();
    }

    @Test
    void a_form_of_names_has_three_groups() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PonPortNames(OLT, Pattern.compile("pon (\\d+)/(\\d+)")))
                .withMessageContaining("pon (\\d+)/(\\d+)");
    }

    @Test
    void a_serial_number_is_known_in_every_form() {
        for (SnmpValue form : new SnmpValue[] {
            SnmpValue.of(SerialCodec.octets(SERIAL)), SnmpValue.of("ACME0000000A"), SnmpValue.of("1,ACME0000000A")
        }) {
            assertThat(row(COLUMN, form).hasSerial(COLUMN, SERIAL)).isTrue();
        }
        assertThat(row(COLUMN, SnmpValue.of("ACME0000000B")).hasSerial(COLUMN, SERIAL))
                .isFalse();
        assertThat(row(COLUMN, SnmpValue.of("ACME0000000A")).hasSerial(OTHER, SERIAL))
                .isFalse();
    }

    @Test
    void a_profile_that_no_plan_can_name_equals_none() {
        Row odd = new Row(Oid.of(1), Map.of(COLUMN, SnmpValue.of("x".repeat(33)), OTHER, SnmpValue.of("router")));

        assertThat(OnuProfiles.read(odd, COLUMN, OTHER)).contains(new OnuProfiles("?", "router"));
        assertThat(OnuProfiles.read(row(OTHER, SnmpValue.of("router")), COLUMN, OTHER))
                .contains(new OnuProfiles("?", "router"));
        assertThat(OnuProfiles.read(new Row(Oid.of(1), Map.of()), COLUMN, OTHER))
                .isEmpty();
    }

    @Test
    void hundredths_that_make_no_sense_are_no_power() {
        assertThat(OnuOptics.hundredths(row(COLUMN, SnmpValue.of(-2_150)), COLUMN))
                .hasValueSatisfying(power -> assertThat(power.dbm()).isEqualTo(-21.5));
        for (int none : new int[] {0, Integer.MAX_VALUE, -5_001, 1_001}) {
            assertThat(OnuOptics.hundredths(row(COLUMN, SnmpValue.of(none)), COLUMN))
                    .isEmpty();
        }
    }

    @Test
    void an_ONU_of_which_nothing_is_told_is_unknown_until_it_is() {
        OnuState unknown = OnuState.unknown(new OnuRef(new PonPortId(OLT, 0, 1, 1), 1, SERIAL));

        assertThat(unknown.oper()).isEqualTo(OnuState.Oper.UNKNOWN);
        assertThat(unknown.phase()).isEqualTo(OnuState.Phase.UNKNOWN);
        assertThat(unknown.online().phase()).isEqualTo(OnuState.Phase.WORKING);
        assertThat(unknown.offline(OnuState.DownCause.POWER).phase()).isEqualTo(OnuState.Phase.DYING_GASP);
        assertThat(unknown.offline(OnuState.DownCause.LOS).phase()).isEqualTo(OnuState.Phase.LOS);
        assertThat(unknown.offline(OnuState.DownCause.ADMIN).phase()).isEqualTo(OnuState.Phase.OFFLINE);
        assertThat(unknown.withAdmin(OnuState.Admin.DISABLED).oper()).isEqualTo(OnuState.Oper.UNKNOWN);
    }

    private static Row row(Oid column, SnmpValue value) {
        return new Row(Oid.of(1), Map.of(column, value));
    }
}
