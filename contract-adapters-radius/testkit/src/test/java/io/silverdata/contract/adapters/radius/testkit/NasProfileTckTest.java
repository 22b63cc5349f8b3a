package io.silverdata.contract.adapters.radius.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.attribute.ValueKind;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.SessionDetail;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The kit passes a profile of another make, and each of its tests finds the profile that was made to fail it. */
class NasProfileTckTest {
    private static final AttributeType RATE = AttributeType.vendor("Acme-Rate", 99_999, 1, ValueKind.TEXT);

    /** As an integrator writes it. */
    record Acme(
            String name,
            Function<Rates, Either<Rejection.InvalidValue, List<RadiusAttribute>>> writer,
            List<RadiusAttribute> captivity)
            implements NasProfile {

        static Acme right() {
            return new Acme("acme", Acme::right, List.of(RadiusAttribute.text(Attributes.FRAMED_POOL, "garden")));
        }

        static Acme writing(Function<Rates, Either<Rejection.InvalidValue, List<RadiusAttribute>>> writer) {
            return new Acme("acme", writer, List.of());
        }

        private static Either<Rejection.InvalidValue, List<RadiusAttribute>> right(Rates rates) {
            return Either.right(List.of(RadiusAttribute.text(RATE, rates.download() + "/" + rates.upload())));
        }

        @Override
        public Either<Rejection.InvalidValue, List<RadiusAttribute>> rates(Rates rates) {
            return writer.apply(rates);
        }

        @Override
        public boolean changesSessions() {
            return true;
        }

        @Override
        public Set<SessionDetail> identification() {
            return Set.of();
        }
    }

    @Nested
    class ARightProfile extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return Acme.right();
        }
    }

    @Test
    void a_name_that_is_too_long_for_the_table_is_found() {
        assertFound(
                new Acme("a".repeat(31), Acme::right, List.of()),
                NasProfileTck::the_name_fits_into_column_type_of_table_nas);
    }

    @Test
    void rates_without_an_attribute_are_found() {
        assertFound(Acme.writing(rates -> Either.right(List.of())), NasProfileTck::rates_are_at_least_one_attribute);
    }

    @Test
    void rates_that_are_refused_are_found() {
        assertFound(
                Acme.writing(rates -> Either.left(new Rejection.InvalidValue("download", "100", "nothing"))),
                NasProfileTck::rates_are_at_least_one_attribute);
    }

    @Test
    void names_that_depend_on_the_rates_are_found() {
        assertFound(
                Acme.writing(rates -> Either.right(List.of(RadiusAttribute.text(
                        rates.equals(Rates.ofMbps(100, 50)) ? Attributes.FILTER_ID : Attributes.FRAMED_POOL,
                        rates.toString())))),
                NasProfileTck::other_rates_are_attributes_of_the_same_names_with_other_values);
    }

    @Test
    void values_that_do_not_depend_on_the_rates_are_found() {
        assertFound(
                Acme.writing(rates -> Either.right(List.of(RadiusAttribute.text(RATE, "fast")))),
                NasProfileTck::other_rates_are_attributes_of_the_same_names_with_other_values);
    }

    @Test
    void values_that_change_from_call_to_call_are_found() {
        AtomicInteger calls = new AtomicInteger();
        assertFound(
                Acme.writing(rates -> Either.right(
                        List.of(RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, calls.incrementAndGet())))),
                NasProfileTck::a_profile_says_the_same_each_time);
    }

    @Test
    void a_rate_that_throws_in_place_of_a_refusal_is_found() {
        Acme throwing = Acme.writing(rates -> Either.right(List.of(RadiusAttribute.integer(
                Attributes.SESSION_TIMEOUT, rates.download().bitsPerSecond()))));

        assertThatThrownBy(() -> run(
                        throwing,
                        NasProfileTck::rates_that_cannot_be_written_are_refused_with_value_and_rule_and_not_thrown))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void captivity_in_an_attribute_of_the_rates_is_found() {
        assertFound(
                new Acme("acme", Acme::right, List.of(RadiusAttribute.text(RATE, "slow"))),
                NasProfileTck::captivity_replaces_no_attribute_of_the_rates);
    }

    @Test
    void captivity_in_another_pair_of_the_same_attribute_is_none() {
        Acme cisco = new Acme(
                "acme",
                rates -> Either.right(List.of(RadiusAttribute.text(Attributes.CISCO_AVPAIR, "rate=" + rates))),
                List.of(RadiusAttribute.text(Attributes.CISCO_AVPAIR, "service=garden")));

        assertThatCode(() -> run(cisco, NasProfileTck::captivity_replaces_no_attribute_of_the_rates))
                .doesNotThrowAnyException();
    }

    @Test
    void an_attribute_that_identifies_the_session_is_found() {
        assertFound(
                Acme.writing(rates -> Either.right(List.of(RadiusAttribute.text(Attributes.USER_NAME, "u" + rates)))),
                NasProfileTck::rates_fit_into_a_coa_request_and_reach_the_session);
    }

    private static void assertFound(NasProfile profile, Consumer<NasProfileTck> test) {
        assertThatThrownBy(() -> run(profile, test)).isInstanceOf(AssertionError.class);
    }

    private static void run(NasProfile profile, Consumer<NasProfileTck> test) {
        NasProfileTck kit = new NasProfileTck() {
            @Override
            protected NasProfile profile() {
                return profile;
            }
        };
        kit.take();
        test.accept(kit);
    }
}
