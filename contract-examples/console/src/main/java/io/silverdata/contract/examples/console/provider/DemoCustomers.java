package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.examples.console.web.CustomerNames;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.query.FoldedText;
import io.silverdata.contract.spi.CustomerDirectory;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Customers of a demo, whose names follow from their numbers: {@code K-000001} and on. Immutable: a database that outlives the process
 * finds the same people again.
 */
final class DemoCustomers implements CustomerDirectory, CustomerNames {
    private static final String PREFIX = "K-";
    private static final int MOST = 1_000_000;
    private static final int SEARCHED = 20_000;
    private static final List<String> GIVEN = List.of(
            "María",
            "José",
            "Ana",
            "Luis",
            "Carmen",
            "Carlos",
            "Rosa",
            "Juan",
            "Lucía",
            "Jorge",
            "Elena",
            "Miguel",
            "Sofía",
            "Pedro",
            "Valentina",
            "Diego",
            "Isabel",
            "Andrés",
            "Paula",
            "Ramón",
            "Gabriela",
            "Marco",
            "Noemí");
    private static final List<String> FAMILY = List.of(
            "Quishpe",
            "Andrade",
            "Guamán",
            "Cevallos",
            "Torres",
            "Morocho",
            "Salazar",
            "Vega",
            "Cordero",
            "Peralta",
            "Zhunio",
            "Ortega",
            "Benítez",
            "Ríos",
            "Maldonado",
            "Chimbo",
            "Villacís",
            "Paredes",
            "Ordóñez",
            "Loja",
            "Arízaga",
            "Tenesaca",
            "Muñoz",
            "Heredia",
            "Pacheco",
            "Sarmiento",
            "Vintimilla",
            "Bravo",
            "Astudillo");

    private final List<String> folded = IntStream.rangeClosed(1, SEARCHED)
            .mapToObj(number -> FoldedText.of(name(number)))
            .toList();

    /** The customer with a number. */
    static CustomerId customer(int number) {
        return new CustomerId(String.format(Locale.ROOT, "%s%06d", PREFIX, number));
    }

    @Override
    public boolean isKnown(CustomerId customer) {
        return number(customer) > 0;
    }

    @Override
    public String name(CustomerId customer) {
        int number = number(customer);
        return number > 0 ? name(number) : customer.value();
    }

    @Override
    public List<CustomerId> find(String text, int max) {
        String wanted = FoldedText.of(text);
        return IntStream.rangeClosed(1, SEARCHED)
                .filter(number -> folded.get(number - 1).contains(wanted))
                .limit(max)
                .mapToObj(DemoCustomers::customer)
                .toList();
    }

    private static String name(int number) {
        return GIVEN.get(number % GIVEN.size()) + " " + FAMILY.get(number * 7 % FAMILY.size()) + " "
                + FAMILY.get((number * 11 + number / FAMILY.size()) % FAMILY.size());
    }

    /** 0 for those that are none of the demo's. */
    private static int number(CustomerId customer) {
        String value = customer.value();
        boolean isOurs = value.startsWith(PREFIX)
                && value.length() == PREFIX.length() + 6
                && value.substring(PREFIX.length()).chars().allMatch(c -> c >= '0' && c <= '9');
        return isOurs ? Integer.parseInt(value.substring(PREFIX.length())) % MOST : 0;
    }
}
