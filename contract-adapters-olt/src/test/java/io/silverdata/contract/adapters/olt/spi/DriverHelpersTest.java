package io.silverdata.contract.adapters.olt.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
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
    void a_code_is_a_number_that_an_enumeration_can_have() {
        assertThat(row(COLUMN, SnmpValue.of(0)).code(COLUMN)).isZero();
        assertThat(row(COLUMN, SnmpValue.of(Integer.MAX_VALUE)).code(COLUMN)).isEqualTo(Integer.MAX_VALUE);
        for (SnmpValue none : List.of(
                SnmpValue.of(-7),
                SnmpValue.unsigned(0xFFFF_FFFFL),
                new SnmpValue.Counter64((1L << 32) + 1),
                SnmpValue.of("1"))) {
            assertThat(row(COLUMN, none).code(COLUMN)).as("%s", none).isEqualTo(-1);
        }
        assertThat(row(OTHER, SnmpValue.of(1)).code(COLUMN)).isEqualTo(-1);
    }

    @Test
    void a_profile_that_stands_for_both_is_read_for_both() {
        assertThat(OnuProfiles.readSame(row(COLUMN, SnmpValue.of(" F660 ")), COLUMN))
                .contains(new OnuProfiles("F660", "F660"));
        assertThat(OnuProfiles.readSame(row(COLUMN, SnmpValue.of("x".repeat(33))), COLUMN))
                .contains(new OnuProfiles("?", "?"));
        assertThat(OnuProfiles.readSame(row(COLUMN, SnmpValue.of(" ")), COLUMN)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnuProfiles("F660", "F670").requireSame("the type"))
                .withMessage("service must be the same as line, the type: 'F670' is not 'F660'");
    }

    @Test
    void a_numbered_profile_is_0_to_65535() {
        assertThat(NumberedProfiles.of(new OnuProfiles("0", "65535"))).isEqualTo(new NumberedProfiles(0, 65_535));
        for (String none : List.of("65536", "-1", "1a", "123456")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NumberedProfiles.of(new OnuProfiles("1", none)))
                    .withMessage("service must be the number of a profile of the OLT, 0 to 65535: '" + none + "'");
        }
    }

    @Test
    void a_port_name_that_is_none_is_empty() {
        PonPortNames ports = new PonPortNames(OLT, Pattern.compile("pon (\\d+)/(\\d+)/(\\d+)"));

        assertThat(ports.parse(" pon 0/12/255 ")).contains(new PonPortId(OLT, 0, 12, 255));
        assertThat(ports.parse("pon 0/12/256")).isEmpty();
        assertThat(ports.parse("pon 0/12/99999999999999")).isEmpty();
        assertThat(ports.parse("pon 0/12/1:7")).isEmpty();
        assertThat(ports.parse("uplink 0/12/1")).isEmpty();
    }

    @Test
    void a_form_of_port_names_has_three_groups() {
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
            assertThat(OnuOptics.hundredths(row(COLUMN, SnmpValue.of(none)), COLUMN, 0))
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

    @Test
    void the_first_numbers_of_a_name_are_a_name() {
        assertThat(Oid.of(1, 3, 6).first(2)).isEqualTo(Oid.of(1, 3));
        assertThat(Oid.of(1, 3, 6).first(0)).isEqualTo(Oid.EMPTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Oid.of(1, 3).first(3))
                .withMessage("1.3 has no first 3 numbers");
    }

    @Test
    void a_serial_number_is_read_out_of_an_index_as_it_is_written_into_one() {
        Oid fixed = Oid.of(3).append(SerialCodec.index(SERIAL)).append(9);
        Oid counted = Oid.of(3).append(SerialCodec.indexWithLength(SERIAL));

        assertThat(fixed).isEqualTo(Oid.of(3, 65, 67, 77, 69, 0, 0, 0, 10, 9));
        assertThat(counted).isEqualTo(Oid.of(3, 8, 65, 67, 77, 69, 0, 0, 0, 10));
        assertThat(SerialCodec.readIndex(fixed, 1)).contains(SERIAL);
        assertThat(SerialCodec.readIndexWithLength(counted, 1)).contains(SERIAL);
        assertThat(SerialCodec.readIndex(Oid.of(3, 65, 67), 1)).isEmpty();
        assertThat(SerialCodec.readIndex(Oid.of(65, 67, 77, 300, 0, 0, 0, 10), 0))
                .isEmpty();
        assertThat(SerialCodec.readIndexWithLength(Oid.of(3, 7, 65, 67, 77, 69, 0, 0, 0, 10), 1))
                .isEmpty();
        assertThat(SerialCodec.readIndexWithLength(Oid.of(3), 1)).isEmpty();
    }

    @Test
    void optics_are_read_in_tenths_hundredths_and_thousandths() {
        assertThat(OnuOptics.tenths(row(COLUMN, SnmpValue.of(-215)), COLUMN)).contains(new OpticalPower(-2_150));
        assertThat(OnuOptics.hundredths(row(COLUMN, SnmpValue.of(-2_151)), COLUMN))
                .contains(new OpticalPower(-2_151));
        assertThat(OnuOptics.thousandths(row(COLUMN, SnmpValue.of(-33_000)), COLUMN))
                .contains(new OpticalPower(-3_300));
        assertThat(OnuOptics.tenths(row(COLUMN, SnmpValue.of(0)), COLUMN, 0, 7)).isEmpty();
        assertThat(OnuOptics.tenths(row(COLUMN, SnmpValue.of(0)), COLUMN, 7)).contains(new OpticalPower(0));
        assertThat(OnuOptics.tenths(row(COLUMN, SnmpValue.of(65_535)), COLUMN)).isEmpty();
    }

    @Test
    void a_negative_power_that_was_sent_unsigned_is_read() {
        assertThat(OnuOptics.hundredths(row(COLUMN, SnmpValue.unsigned(0x1_0000_0000L - 2_150)), COLUMN))
                .contains(new OpticalPower(-2_150));
    }

    @Test
    void an_ONU_that_is_being_activated_does_not_work_yet() {
        OnuState state = OnuState.unknown(new OnuRef(new PonPortId(OLT, 0, 1, 1), 1, SERIAL))
                .withLastDown(OnuState.DownCause.POWER)
                .activating(OnuState.Phase.SYNC_MIB);

        assertThat(state.oper()).isEqualTo(OnuState.Oper.OFFLINE);
        assertThat(state.phase()).isEqualTo(OnuState.Phase.SYNC_MIB);
        assertThat(state.lastDown()).isEqualTo(OnuState.DownCause.POWER);
    }

    @Test
    void an_administrative_state_is_unknown_where_the_OLT_does_not_tell() {
        assertThat(OnuState.Admin.read(row(COLUMN, SnmpValue.of(2)), COLUMN, 2)).isEqualTo(OnuState.Admin.DISABLED);
        assertThat(OnuState.Admin.read(row(COLUMN, SnmpValue.of(1)), COLUMN, 2)).isEqualTo(OnuState.Admin.ENABLED);
        assertThat(OnuState.Admin.read(row(OTHER, SnmpValue.of(2)), COLUMN, 2)).isEqualTo(OnuState.Admin.UNKNOWN);
    }

    private static Row row(Oid column, SnmpValue value) {
        return new Row(Oid.of(1), Map.of(column, value));
    }
}
