package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vavr.control.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPositionTest {

    @ParameterizedTest
    @CsvSource({
        "-0.18065, -78.46784",
        "90, 180",
        "-90, -180",
        "+45.5, .25",
        "1.0E-5, 1e2",
        "7., 0",
    })
    void reads_decimal_degrees(String latitude, String longitude) {
        GeoPosition position = GeoPosition.parse(latitude, longitude).get();

        assertThat(position).isEqualTo(new GeoPosition(Double.parseDouble(latitude), Double.parseDouble(longitude)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "north",
                "90.0000001",
                "-90.0000001",
                "NaN",
                "Infinity",
                "1d",
                "0x1p3",
                " 1",
                "1,5",
                "1e999"
            })
    void refuses_any_other_latitude(String text) {
        assertThat(GeoPosition.parse(text, "0"))
                .isEqualTo(Either.left(new Rejection.InvalidValue("latitude", text, "degrees of -90 to 90")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "180.0000001", "-180.0000001", "78W", "1f"})
    void refuses_any_other_longitude(String text) {
        assertThat(GeoPosition.parse("0", text))
                .isEqualTo(Either.left(new Rejection.InvalidValue("longitude", text, "degrees of -180 to 180")));
    }

    @Test
    void names_the_first_bad_text() {
        assertThat(GeoPosition.parse("91", "181").getLeft().field()).isEqualTo("latitude");
    }

    @Test
    void guards_its_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeoPosition(90.5, 0))
                .withMessage("latitude must be degrees of -90 to 90, was \"90.5\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeoPosition(0, Double.NaN))
                .withMessage("longitude must be degrees of -180 to 180, was \"NaN\"");
    }

    @Test
    void reads_what_it_writes() {
        GeoPosition position = new GeoPosition(-0.00001, 78.4678);

        String[] text = position.toString().split(",", -1);

        assertThat(GeoPosition.parse(text[0], text[1])).isEqualTo(Either.right(position));
    }

    // Expected lengths by the haversine formula on a sphere of 6,371,008.8 m: a degree of a great circle is 111,195 m.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "0, 0, 0, 1, 111195",
        "0, 0, 1, 0, 111195",
        "60, 0, 60, 1, 55597",
        "0, 0, 0, 180, 20015114",
        "90, 0, -90, 0, 20015114",
        "-0.18, -78.48, -0.19, -78.49, 1573",
        "0, -179.5, 0, 179.5, 111195",
    })
    void measures_along_the_great_circle(
            double latitude, double longitude, double toLatitude, double toLongitude, long metres) {
        GeoPosition from = new GeoPosition(latitude, longitude);
        GeoPosition to = new GeoPosition(toLatitude, toLongitude);

        assertThat(from.distanceTo(to)).isEqualTo(Distance.ofMetres(metres));
        assertThat(to.distanceTo(from)).isEqualTo(Distance.ofMetres(metres));
    }
}
