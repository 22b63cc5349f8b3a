package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that carry a unit. */
class QuantitiesTest {

    @Nested
    class Rates {

        @Test
        void have_decimal_prefixes() {
            assertThat(Bandwidth.ofKbps(100_000)).isEqualTo(Bandwidth.ofMbps(100));
            assertThat(Bandwidth.ofMbps(100).bitsPerSecond()).isEqualTo(100_000_000);
            assertThat(Bandwidth.ofMbps(1_000_000).bitsPerSecond()).isEqualTo(1_000_000_000_000L);
            assertThat(Bandwidth.ofKbps(1_000_000_000).bitsPerSecond()).isEqualTo(1_000_000_000_000L);
        }

        @ParameterizedTest
        @CsvSource({
            "100000000, 100 Mbit/s",
            "1500000, 1500 kbit/s",
            "64000, 64 kbit/s",
            "999, 999 bit/s",
            "1001, 1001 bit/s"
        })
        void are_written_with_the_largest_unit_that_fits(long bits, String text) {
            assertThat(new Bandwidth(bits)).hasToString(text);
        }

        @ParameterizedTest
        @CsvSource({
            "1 bit/s, 1",
            "64 kbit/s, 64000",
            "100 Mbit/s, 100000000",
            "10 Gbit/s, 10000000000",
            "1000000000000 bit/s, 1000000000000"
        })
        void are_read_with_their_unit(String text, long bits) {
            assertThat(Bandwidth.parse(text).get()).isEqualTo(new Bandwidth(bits));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "100",
                    "100 Mbit",
                    "100Mbit/s",
                    "-1 Mbit/s",
                    "0 bit/s",
                    "1001 Gbit/s",
                    "9999999999999 Gbit/s",
                    "1.5 Mbit/s",
                    "١ bit/s"
                })
        void without_a_unit_or_out_of_range_are_refused_with_what_is_allowed(String text) {
            assertThat(Bandwidth.parse(text).getLeft().message())
                    .isEqualTo(
                            "bandwidth must be 1 bit/s to 1000 Gbit/s with the unit bit/s, kbit/s, Mbit/s or Gbit/s, as 100 Mbit/s,"
                                    + " was \"" + text + "\"");
        }

        @Test
        void sort() {
            assertThat(Bandwidth.ofMbps(1))
                    .isGreaterThan(Bandwidth.ofKbps(999))
                    .isEqualByComparingTo(Bandwidth.ofKbps(1000));
        }

        @Test
        void guard_their_range_in_each_unit() {
            assertThat(new Bandwidth(1).bitsPerSecond()).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Bandwidth(0))
                    .withMessage("bitsPerSecond must be 1 to 1000000000000, was \"0\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Bandwidth(1_000_000_000_001L))
                    .withMessage("bitsPerSecond must be 1 to 1000000000000, was \"1000000000001\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bandwidth.ofKbps(1_000_000_001))
                    .withMessage("kilobitsPerSecond must be 1 to 1000000000, was \"1000000001\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bandwidth.ofMbps(Long.MAX_VALUE))
                    .withMessage("megabitsPerSecond must be 1 to 1000000, was \"9223372036854775807\"");
        }
    }

    @Nested
    class Shares {

        @Test
        void are_kept_in_hundredths_of_a_percent() {
            assertThat(Billability.percent(0)).isEqualTo(Billability.NONE);
            assertThat(Billability.percent(100)).isEqualTo(Billability.FULL);
            assertThat(Billability.percent(37).basisPoints()).isEqualTo(3_700);
        }

        @ParameterizedTest
        @CsvSource({"0, 0.00 %", "5, 0.05 %", "1234, 12.34 %", "1230, 12.30 %", "10000, 100.00 %"})
        void are_written_in_percent(int basisPoints, String text) {
            assertThat(new Billability(basisPoints)).hasToString(text);
        }

        @Test
        void sort_and_guard_their_range() {
            assertThat(Billability.NONE).isLessThan(Billability.percent(1)).isEqualByComparingTo(new Billability(0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Billability.percent(101))
                    .withMessage("percent must be 0 to 100, was \"101\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Billability(-1))
                    .withMessage("basisPoints must be 0 to 10000, was \"-1\"");
        }
    }

    @Nested
    class Light {

        @Test
        void is_kept_in_hundredths_so_that_sums_are_exact() {
            Decibels tenth = Decibels.of(0.1);
            Decibels sum = Decibels.ZERO;
            for (int time = 0; time < 10; time++) {
                sum = sum.plus(tenth);
            }

            assertThat(sum).isEqualTo(Decibels.of(1)).hasToString("1.00 dB");
        }

        @Test
        void is_rounded_to_the_nearest_hundredth() {
            assertThat(Decibels.of(3.804)).isEqualTo(new Decibels(380));
            assertThat(Decibels.of(3.806)).isEqualTo(new Decibels(381));
            assertThat(Decibels.of(-0.004)).isEqualTo(Decibels.ZERO);
            assertThat(OpticalPower.ofDbm(-23.899)).isEqualTo(new OpticalPower(-2_390));
        }

        @Test
        void fades_over_a_length() {
            assertThat(Decibels.of(0.35).times(2.5)).isEqualTo(new Decibels(88));
            assertThat(Decibels.of(0.5).times(0)).isEqualTo(Decibels.ZERO);
            assertThat(Decibels.of(0.5).times(-2)).isEqualTo(Decibels.of(-1));
        }

        @Test
        void of_the_worked_example_arrives_with_a_margin_of_3_1_decibels() {
            // 1:64 splitter 21.0, 5 km at 0.4, four connectors at 0.5, four splices at 0.1
            Decibels loss = Decibels.of(21)
                    .plus(Decibels.of(0.4).times(5))
                    .plus(Decibels.of(0.5).times(4))
                    .plus(Decibels.of(0.1).times(4));

            OpticalPower received = OpticalPower.ofDbm(1.5).minus(loss);

            assertThat(received).isEqualTo(OpticalPower.ofDbm(-23.9)).hasToString("-23.90 dBm");
            assertThat(received.dbm()).isEqualTo(-23.9);
            assertThat(received.above(OpticalPower.ofDbm(-27))).isEqualTo(Decibels.of(3.1));
            assertThat(OpticalPower.ofDbm(-27).above(received)).isEqualTo(Decibels.of(-3.1));
        }

        @Test
        void sorts() {
            assertThat(OpticalPower.ofDbm(-8))
                    .isGreaterThan(OpticalPower.ofDbm(-28))
                    .isEqualByComparingTo(new OpticalPower(-800));
            assertThat(Decibels.of(-1)).isLessThan(Decibels.ZERO).isEqualByComparingTo(new Decibels(-100));
        }

        @Test
        void guards_its_range() {
            assertThat(Decibels.of(200)).isEqualTo(new Decibels(20_000));
            assertThat(OpticalPower.ofDbm(-100)).isEqualTo(new OpticalPower(-10_000));
            assertThat(OpticalPower.ofDbm(40)).isEqualTo(new OpticalPower(4_000));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decibels.of(200.01))
                    .withMessage("hundredths must be -20000 to 20000, was \"20001\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decibels.of(-1_000))
                    .withMessage("hundredths must be -20000 to 20000, was \"-100000\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OpticalPower.ofDbm(40.01))
                    .withMessage("hundredthsDbm must be -10000 to 4000, was \"4001\"");
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1_000.5, 1e300})
        void is_a_number(double value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decibels.of(value))
                    .withMessage("decibels must be a number of -1000 to 1000, was \"" + value + "\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OpticalPower.ofDbm(value))
                    .withMessage("dbm must be a number of -1000 to 1000, was \"" + value + "\"");
            assertThatIllegalArgumentException().isThrownBy(() -> new Decibels(100).times(value));
        }
    }

    @Nested
    class Lengths {

        @Test
        void add_up_and_sort() {
            Distance sum = Distance.ofMetres(1_500).plus(Distance.ofMetres(80));

            assertThat(sum.metres()).isEqualTo(1_580);
            assertThat(sum.kilometres()).isEqualTo(1.58);
            assertThat(sum).hasToString("1580 m").isGreaterThan(Distance.ofMetres(1_579));
            assertThat(Distance.ZERO).isEqualByComparingTo(Distance.ofMetres(0));
        }

        @Test
        void guard_their_range() {
            assertThat(new Distance(20_100_000).metres()).isEqualTo(20_100_000);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Distance.ofMetres(-1))
                    .withMessage("metres must be 0 to 20100000, was \"-1\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Distance.ofMetres(20_100_001))
                    .withMessage("metres must be 0 to 20100000, was \"20100001\"");
        }
    }

    @Nested
    class Amounts {
        private static final String ALLOWED = "zero or more, at most 15 digits before and 6 after the decimal point";

        @Test
        void are_one_value_however_many_zeros_follow() {
            assertThat(Money.of("10.00", "USD"))
                    .isEqualTo(Money.of("10", "USD"))
                    .hasToString("10 USD");
            assertThat(Money.of("0.000", "USD")).isEqualTo(Money.of("0", "USD")).hasToString("0 USD");
            assertThat(Money.of("24.90", "USD")).hasToString("24.9 USD").isNotEqualTo(Money.of("24.90", "EUR"));
        }

        @Test
        void may_be_large_and_may_be_fine() {
            assertThat(Money.of("999999999999999.999999", "COP")).hasToString("999999999999999.999999 COP");
            assertThat(Money.of("0.000001000", "COP")).hasToString("0.000001 COP");
            assertThat(Money.of("1E+14", "COP")).hasToString("100000000000000 COP");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-0.01", "1000000000000000", "0.0000001", "1E+15", "1E+2147483647", "1E-2147483647"})
        void guard_their_range(String amount) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.of(amount, "USD"))
                    .withMessage("amount must be " + ALLOWED + ", was \"" + new BigDecimal(amount) + "\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Money(new BigDecimal(amount), Currency.getInstance("USD")));
        }

        @Test
        void are_read_from_outside_with_what_is_wrong() {
            assertThat(Money.parse("24.90", "USD").get()).isEqualTo(Money.of("24.9", "USD"));
            assertThat(Money.parse("24.90 USD").get()).isEqualTo(Money.of("24.9", "USD"));
            assertThat(Money.parse("24.90").getLeft().field()).isEqualTo("money");
            assertThat(Money.parse("24.90  USD").getLeft().field()).isEqualTo("currency");
            assertThat(Money.parse("1".repeat(100) + " USD").getLeft().field()).isEqualTo("money");
            assertThat(Money.parse("-1", "USD").getLeft())
                    .isEqualTo(new Rejection.InvalidValue("amount", "-1", ALLOWED));
            assertThat(Money.parse("ten", "USD").getLeft().field()).isEqualTo("amount");
            assertThat(Money.parse("1", "DOLLAR").getLeft())
                    .isEqualTo(new Rejection.InvalidValue("currency", "DOLLAR", "an ISO 4217 code, as USD"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ten", "1,5", "$1"})
        void are_decimal_numbers(String amount) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.of(amount, "USD"))
                    .withMessage("amount must be a decimal number, was \"" + amount + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "usd", "DOLLAR"})
        void have_a_currency_of_iso_4217(String currency) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.of("1", currency))
                    .withMessage("currency must be an ISO 4217 code, as USD, was \"" + currency + "\"");
        }
    }
}
