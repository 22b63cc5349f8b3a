package io.silverdata.contract.adapters.radius.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What {@link NasProfile} asks of a profile for a further make of NAS. Extend it, and give the profile:
 *
 * <pre>{@code
 * class AcmeProfileTest extends NasProfileTck {
 *     @Override
 *     protected NasProfile profile() {
 *         return new AcmeProfile();
 *     }
 * }
 * }</pre>
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class NasProfileTck {
    private static final String SECRET = "secret-of-the-simulated-nas";
    private static final int NAME_LENGTH = 30;

    private NasProfile profile;

    /** For the test of a profile. */
    protected NasProfileTck() {}

    /** The profile. */
    protected abstract NasProfile profile();

    /** Rates that the profile can write. Default 100 Mbit/s down and 50 up. */
    protected Rates rates() {
        return Rates.ofMbps(100, 50);
    }

    /** Others that it can write, neither of them the same. Default 300 Mbit/s down and 150 up. */
    protected Rates otherRates() {
        return Rates.ofMbps(300, 150);
    }

    @BeforeEach
    void take() {
        profile = profile();
    }

    @Test
    void the_name_fits_into_column_type_of_table_nas() {
        assertThat(profile.name()).isNotBlank().hasSizeLessThanOrEqualTo(NAME_LENGTH);
    }

    @Test
    void rates_are_at_least_one_attribute() {
        assertThat(written(rates())).isNotEmpty();
        assertThat(written(otherRates())).isNotEmpty();
    }

    @Test
    void other_rates_are_attributes_of_the_same_names_with_other_values() {
        List<RadiusAttribute> some = written(rates());
        List<RadiusAttribute> others = written(otherRates());

        assertThat(others)
                .extracting(RadiusAttribute::name)
                .as("they replace each other in a group and at a session")
                .containsExactlyElementsOf(
                        some.stream().map(RadiusAttribute::name).toList());
        assertThat(others).isNotEqualTo(some);
    }

    @Test
    void a_profile_says_the_same_each_time() {
        assertThat(written(rates())).isEqualTo(written(rates()));
        assertThat(profile.name()).isEqualTo(profile.name());
        assertThat(profile.captivity()).isEqualTo(profile.captivity());
        assertThat(profile.identification()).isEqualTo(profile.identification());
        assertThat(profile.changesSessions()).isEqualTo(profile.changesSessions());
    }

    @Test
    void rates_that_cannot_be_written_are_refused_with_value_and_rule_and_not_thrown() {
        Bandwidth bit = new Bandwidth(1);
        Bandwidth odd = new Bandwidth(64_001);
        Bandwidth huge = Bandwidth.ofMbps(400_000);

        for (Rates rates : List.of(
                new Rates(bit, bit),
                new Rates(odd, odd),
                new Rates(huge, huge),
                new Rates(huge, bit),
                new Rates(bit, huge))) {
            Either<Rejection.InvalidValue, List<RadiusAttribute>> written = profile.rates(rates);
            if (written.isLeft()) {
                Rejection.InvalidValue refusal = written.getLeft();
                assertThat(refusal.field()).as("field, for %s", rates).isNotBlank();
                assertThat(refusal.allowed())
                        .as("what is allowed, for %s", rates)
                        .isNotBlank();
            } else {
                assertThat(written.get()).as("attributes, for %s", rates).isNotEmpty();
            }
        }
    }

    @Test
    void captivity_replaces_no_attribute_of_the_rates() {
        Set<String> ofRates = written(rates()).stream().map(NasProfileTck::key).collect(Collectors.toSet());

        assertThat(profile.captivity()).extracting(NasProfileTck::key).doesNotContainAnyElementsOf(ofRates);
    }

    @Test
    void rates_fit_into_a_coa_request_and_reach_the_session() {
        List<RadiusAttribute> request = new ArrayList<>(List.of(
                RadiusAttribute.text(Attributes.USER_NAME, "alice"),
                RadiusAttribute.text(Attributes.ACCT_SESSION_ID, "81a00001")));
        request.addAll(written(rates()));
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).start();
                DynamicAuthorizationClient client =
                        DynamicAuthorizationClient.builder().open()) {
            nas.sessions().open(NasSession.of("81a00001", "alice", "198.51.100.9"));
            NasEndpoint endpoint = NasEndpoint.builder(nas.address().getAddress(), SharedSecret.of(SECRET))
                    .port(nas.address().getPort())
                    .build();

            Answer answer = client.changeAuthorization(endpoint, request)
                    .toCompletableFuture()
                    .join();

            assertThat(answer).isEqualTo(new Answer.Acknowledged());
            assertThat(nas.sessions().all().get(0).applied())
                    .containsOnlyKeys(written(rates()).stream()
                            .map(attribute -> attribute.type().vendor() + ":"
                                    + attribute.type().code())
                            .collect(Collectors.toSet()));
        }
    }

    private List<RadiusAttribute> written(Rates rates) {
        Either<Rejection.InvalidValue, List<RadiusAttribute>> written = profile.rates(rates);
        assertThat(written.isRight())
                .as(() -> rates + " can be written; it was refused: "
                        + written.getLeft().message())
                .isTrue();
        return written.get();
    }

    /**
     * Attributes of one name may stand beside each other where what is before the equals sign differs, as in Cisco-AVPair.
     */
    private static String key(RadiusAttribute attribute) {
        int equals = attribute.text().indexOf('=');
        return equals < 0
                ? attribute.name()
                : attribute.name() + " " + attribute.text().substring(0, equals);
    }
}
