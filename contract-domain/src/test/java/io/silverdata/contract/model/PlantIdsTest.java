package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vavr.control.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantIdsTest {

    @Test
    void a_pon_port_is_written_as_people_say_it() {
        PonPortId port = new PonPortId(new OltId("olt-1"), 0, 2, 7);

        assertThat(port).hasToString("olt-1:0/2/7");
        assertThat(PonPortId.parse("olt-1:0/02/007")).isEqualTo(Either.right(port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "olt-1",
                "olt-1:0/2",
                "olt-1:0/2/7/1",
                ":0/2/7",
                "olt 1:0/2/7",
                "olt-1:256/0/0",
                "olt-1:0/256/0",
                "olt-1:0/0/256",
                "olt-1:0/-1/0",
                "olt-1:0/0/9999999999",
                "olt-1:0/2/7 "
            })
    void a_pon_port_is_nothing_else(String text) {
        assertThat(PonPortId.parse(text))
                .isEqualTo(Either.left(new Rejection.InvalidValue(
                        "ponPort", text, "olt:frame/slot/port with numbers of 0 to 255, as olt-1:0/2/7")));
    }

    @Test
    void a_pon_port_guards_each_number() {
        OltId olt = new OltId("olt-1");

        assertThat(PonPortId.parse("olt-1:255/255/255")).isEqualTo(Either.right(new PonPortId(olt, 255, 255, 255)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PonPortId(olt, 256, 0, 0))
                .withMessage("frame must be 0 to 255, was \"256\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PonPortId(olt, 0, -1, 0))
                .withMessage("slot must be 0 to 255, was \"-1\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PonPortId(olt, 0, 0, 256))
                .withMessage("port must be 0 to 255, was \"256\"");
    }

    @Test
    void a_splitter_output_is_written_with_a_number_sign() {
        SplitterOutputId port = new SplitterOutputId(new SplitterId("NAP-0042"), 7);

        assertThat(port).hasToString("NAP-0042#7");
        assertThat(SplitterOutputId.parse("NAP-0042#7")).isEqualTo(Either.right(port));
        assertThat(SplitterOutputId.parse("NAP-0042#128").map(SplitterOutputId::output))
                .isEqualTo(Either.right(128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NAP-1",
                "NAP-1#",
                "#1",
                "NAP-1#0",
                "NAP-1#07",
                "NAP-1#129",
                "NAP-1#-1",
                "NAP-1#1#2",
                "NAP 1#1"
            })
    void a_splitter_output_is_nothing_else(String text) {
        assertThat(SplitterOutputId.parse(text))
                .isEqualTo(Either.left(new Rejection.InvalidValue(
                        "splitterPort", text, "splitter#output with an output of 1 to 128, as NAP-0042#7")));
    }

    @Test
    void a_splitter_output_guards_its_number() {
        SplitterId splitter = new SplitterId("NAP-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitterOutputId(splitter, 0))
                .withMessage("output must be 1 to 128, was \"0\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SplitterOutputId(splitter, 129))
                .withMessage("output must be 1 to 128, was \"129\"");
    }
}
