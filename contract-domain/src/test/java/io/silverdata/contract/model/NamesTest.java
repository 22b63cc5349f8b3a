package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vavr.control.Either;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The identifiers that are text: what each of them takes and refuses, in the constructor and from outside. */
class NamesTest {
    private static final String LETTERS_64 = "a".repeat(64);

    /** How one type reads text, and which. */
    private record Kind<T extends Comparable<T>>(
            String field,
            Function<String, T> constructor,
            Function<String, Either<Rejection.InvalidValue, T>> parser,
            List<String> accepted,
            List<String> refused,
            String allowed) {}

    @Test
    void contracts_are_in_the_order_of_their_text() {
        List<ContractId> inOrder = Stream.of(
                        "00000000-0000-7000-8000-000000000000",
                        "00000000-0000-7000-8000-000000000001",
                        "00000000-0000-7000-bfff-ffffffffffff",
                        "7fffffff-ffff-7fff-8000-000000000000",
                        "80000000-0000-7000-0000-000000000000",
                        "ffffffff-ffff-7fff-bfff-ffffffffffff")
                .map(text -> ContractId.parse(text).get())
                .toList();

        assertThat(inOrder).isSorted().isSortedAccordingTo(Comparator.comparing(ContractId::toString));
    }

    private static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>(
                        "actor",
                        Actor::new,
                        Actor::parse,
                        List.of("x", "María José", " ", "a".repeat(128)),
                        List.of("", "a\tb", "a\nb", "a".repeat(129)),
                        "1 to 128 characters without control characters or lone surrogates"),
                new Kind<>(
                        "contractNumber",
                        ContractNumber::new,
                        ContractNumber::parse,
                        List.of("1", "C-2026/0.42", "A".repeat(32)),
                        List.of("", "-1", "c-1", "C 1", "C_1", "A".repeat(33), "C-1\n"),
                        "1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit"),
                new Kind<>(
                        "customerId",
                        CustomerId::new,
                        CustomerId::parse,
                        List.of("0", "a@b", "res.partner:17", LETTERS_64),
                        List.of("", " ", ".a", "a b", LETTERS_64 + "a", "ñ"),
                        "1 to 64 characters of A-Z, a-z, 0-9 and ._:@-, beginning with a letter or digit"),
                new Kind<>(
                        "idempotencyKey",
                        IdempotencyKey::new,
                        IdempotencyKey::parse,
                        List.of("!", "~", "a".repeat(128)),
                        List.of("", " ", "a b", "ñ", "\u007f", "a".repeat(129)),
                        "1 to 128 printable ASCII characters without spaces"),
                new Kind<>(
                        "oltId",
                        OltId::new,
                        OltId::parse,
                        List.of("olt-1", "0", "Quito_Norte.2", LETTERS_64),
                        List.of("", "-olt", "olt 1", "olt:1", LETTERS_64 + "a"),
                        "1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit"),
                new Kind<>(
                        "addOnId",
                        AddOnId::new,
                        AddOnId::parse,
                        List.of("iptv:100", "A", LETTERS_64),
                        List.of("", "_A", "A B", "A/B", LETTERS_64 + "a"),
                        "1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit"),
                new Kind<>(
                        "planId",
                        PlanId::new,
                        PlanId::parse,
                        List.of("product:100", "A", LETTERS_64),
                        List.of("", "_A", "A B", "A/B", LETTERS_64 + "a"),
                        "1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit"),
                new Kind<>(
                        "profileName",
                        ProfileName::new,
                        ProfileName::parse,
                        List.of("FTTH 100M/50M", "ont-line:3", LETTERS_64),
                        List.of("", " FTTH", "a\"b", "a;b", LETTERS_64 + "a"),
                        "1 to 64 characters of A-Z, a-z, 0-9, space and ._:/-, beginning with a letter or digit"),
                new Kind<>(
                        "discountCode",
                        DiscountCode::new,
                        DiscountCode::parse,
                        List.of("WELCOME-2026", "9", "2026:summer", LETTERS_64),
                        List.of("", ".9", "HALF OFF", "HALF=2", LETTERS_64 + "a"),
                        "1 to 64 characters of A-Z, a-z, 0-9 and ._:-, beginning with a letter or digit"),
                new Kind<>(
                        "radiusUser",
                        RadiusUser::new,
                        RadiusUser::parse,
                        List.of("a", "@", "ana@fibra", "muñoz.casa-2", "juan perez", "00:1A:2B/3_c", LETTERS_64),
                        List.of(
                                "",
                                " ",
                                " ana",
                                "ana ",
                                "ana\n",
                                "a'b",
                                "a\"b",
                                "a\\b",
                                "a;b",
                                "a%b",
                                LETTERS_64 + "a"),
                        "1 to 64 characters: letters, digits, and @._:/- with spaces inside only"),
                new Kind<>(
                        "splitterId",
                        SplitterId::new,
                        SplitterId::parse,
                        List.of("NAP-0042", "9", LETTERS_64),
                        List.of("", ".9", "NAP#4", "NAP 4", LETTERS_64 + "a"),
                        "1 to 64 characters of A-Z, a-z, 0-9 and ._-, beginning with a letter or digit"));
    }

    @TestFactory
    Stream<DynamicTest> takes_what_is_allowed() {
        return kinds().flatMap(kind -> kind.accepted.stream()
                .map(text -> DynamicTest.dynamicTest(kind.field + " " + text, () -> takes(kind, text))));
    }

    @TestFactory
    Stream<DynamicTest> refuses_anything_else_and_names_field_value_and_what_is_allowed() {
        return kinds().flatMap(kind -> kind.refused.stream()
                .map(text -> DynamicTest.dynamicTest(kind.field + " " + text, () -> refuses(kind, text))));
    }

    @TestFactory
    Stream<DynamicTest> refuses_null_by_name() {
        return kinds().map(kind -> DynamicTest.dynamicTest(kind.field, () -> {
            assertThatNullPointerException()
                    .isThrownBy(() -> kind.constructor.apply(absent()))
                    .withMessage(kind.field);
            assertThatNullPointerException()
                    .isThrownBy(() -> kind.parser.apply(absent()))
                    .withMessage(kind.field);
        }));
    }

    @TestFactory
    Stream<DynamicTest> sorts_by_text() {
        return kinds().map(kind -> DynamicTest.dynamicTest(kind.field, () -> sorts(kind)));
    }

    private static <T extends Comparable<T>> void takes(Kind<T> kind, String text) {
        assertThat(kind.constructor.apply(text)).hasToString(text);
        assertThat(kind.parser.apply(text)).isEqualTo(Either.right(kind.constructor.apply(text)));
    }

    private static <T extends Comparable<T>> void refuses(Kind<T> kind, String text) {
        assertThat(kind.parser.apply(text))
                .isEqualTo(Either.left(new Rejection.InvalidValue(kind.field, text, kind.allowed)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.constructor.apply(text))
                .withMessage(kind.field + " must be " + kind.allowed + ", was \"" + text + "\"");
    }

    private static <T extends Comparable<T>> void sorts(Kind<T> kind) {
        T first = kind.constructor.apply("1");
        T second = kind.constructor.apply("2");
        assertThat(first).isLessThan(second).isEqualByComparingTo(kind.constructor.apply("1"));
        assertThat(second).isGreaterThan(first);
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // what a careless caller passes
    private static String absent() {
        return null;
    }

    @Test
    void a_contract_id_is_a_uuid_in_any_case() {
        ContractId id = new ContractId(UUID.fromString("12345678-9abc-4def-8123-456789abcdef"));

        assertThat(ContractId.parse("12345678-9ABC-4DEF-8123-456789ABCDEF")).isEqualTo(Either.right(id));
        assertThat(id).hasToString("12345678-9abc-4def-8123-456789abcdef");
    }

    @Test
    void a_contract_id_is_nothing_else() {
        for (String text :
                List.of("", "1-1-1-1-1", "12345678-9abc-4def-8123-456789abcdeg", "123456789abc4def8123456789abcdef")) {
            assertThat(ContractId.parse(text))
                    .isEqualTo(Either.left(new Rejection.InvalidValue("contractId", text, "a UUID of 36 characters")));
        }
    }

    @Test
    void contract_ids_sort() {
        ContractId one = new ContractId(new UUID(0, 1));
        ContractId two = new ContractId(new UUID(0, 2));

        assertThat(one).isLessThan(two).isEqualByComparingTo(new ContractId(new UUID(0, 1)));
    }
}
