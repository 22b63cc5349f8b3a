package io.silverdata.contract.examples.year.city;

import io.silverdata.contract.examples.year.city.City.Block;
import io.silverdata.contract.examples.year.city.City.Place;
import io.silverdata.contract.examples.year.reading.OrderKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Made-up orders of the year 2025. It keeps a rough idea of each subscriber, so that most orders make sense; a few are
 * wrong on purpose, each for a reason that happens.
 */
final class OrderGenerator {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int DAYS = 365;
    private static final int OPENING_HOUR = 8;
    private static final int OPEN_MINUTES = 10 * 60;
    private static final int TRIES = 60;
    private static final List<String> HOME_PLANS = List.of("HOME-100", "HOME-200", "HOME-400", "HOME-800");
    private static final List<String> STREETS = List.of(
            "Calle Larga",
            "Av. Loja",
            "Av. Solano",
            "Gran Colombia",
            "Calle Bolívar",
            "Av. Ordóñez Lasso",
            "Calle Sucre",
            "Av. Remigio Crespo",
            "Calle Tarqui",
            "Av. de las Américas");
    private static final List<String> VENDORS = List.of("HWTC", "ZTEG", "FHTT");

    private final Random random;
    private final City city;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private int customers;
    private int onus;
    private int debts;
    private int mistakes;

    private enum Stage {
        DRAFT,
        LIVE,
        LEAVING,
        ENDED
    }

    /** What the book thinks it knows about a contract. */
    private static final class Subscriber {
        private final String number;
        private final String login;
        private String customer;
        private String plan;
        private String onu = "";
        private Stage stage;
        private boolean owes;
        private boolean promises;
        private boolean suspect;
        private boolean hesitates;
        private LocalDateTime drafted = LocalDateTime.MIN;
        private LocalDate awayUntil = LocalDate.EPOCH;

        private Subscriber(String number, String customer, String plan, Stage stage) {
            this.number = number;
            this.login = number.toLowerCase(Locale.ROOT) + "@fibra.example";
            this.customer = customer;
            this.plan = plan;
            this.stage = stage;
        }

        /** The installer comes within a week, but not to all; there the assessment will be too old. */
        private boolean isReadyAt(LocalDateTime at) {
            return hesitates
                    ? drafted.isBefore(at.minusDays(8))
                    : drafted.isBefore(at.minusDays(1)) && drafted.isAfter(at.minusDays(6));
        }
    }

    OrderGenerator(Random random, City city) {
        this.random = random;
        this.city = city;
    }

    List<Map<String, String>> rows(int count) {
        IntStream.generate(() -> random.nextInt(DAYS * OPEN_MINUTES))
                .limit(count)
                .sorted()
                .mapToObj(OrderGenerator::time)
                .forEach(this::order);
        return rows;
    }

    private static LocalDateTime time(int openMinute) {
        return LocalDate.of(2025, 1, 2)
                .plusDays(openMinute / OPEN_MINUTES)
                .atTime(OPENING_HOUR, 0)
                .plusMinutes(openMinute % OPEN_MINUTES);
    }

    private void order(LocalDateTime at) {
        int percent = random.nextInt(100);
        if (percent < 36) {
            signUp(at);
        } else if (percent < 42) {
            reserve(at);
        } else if (percent < 49) {
            install(at);
        } else if (percent < 58) {
            planChange(at);
        } else if (percent < 69) {
            debt(at);
        } else if (percent < 79) {
            payment(at);
        } else if (percent < 82) {
            vacation(at);
        } else if (percent < 85) {
            relocate(at);
        } else if (percent < 88) {
            swapOnu(at);
        } else if (percent < 90) {
            transfer(at);
        } else if (percent < 95) {
            cancel(at);
        } else if (percent < 96) {
            winBack(at);
        } else if (percent < 97) {
            suspicion(at);
        } else {
            mistake(at);
        }
    }

    private void signUp(LocalDateTime at) {
        Subscriber subscriber = begin(Stage.LIVE);
        subscriber.onu = nextOnu();
        row(at, OrderKind.SIGN_UP, subscriber, site(subscriber), equipment(subscriber));
    }

    private void reserve(LocalDateTime at) {
        Subscriber subscriber = begin(Stage.DRAFT);
        subscriber.drafted = at;
        subscriber.hesitates = random.nextInt(8) == 0;
        row(at, OrderKind.RESERVE, subscriber, site(subscriber));
    }

    private void install(LocalDateTime at) {
        Optional<Subscriber> waiting = subscribers.stream()
                .filter(subscriber -> subscriber.stage == Stage.DRAFT && subscriber.isReadyAt(at))
                .findFirst();
        if (waiting.isEmpty()) {
            signUp(at);
            return;
        }
        Subscriber subscriber = waiting.get();
        subscriber.onu = nextOnu();
        subscriber.drafted = LocalDateTime.MAX;
        subscriber.stage = subscriber.hesitates ? Stage.DRAFT : Stage.LIVE;
        row(at, OrderKind.INSTALL, subscriber, equipment(subscriber));
    }

    private void planChange(LocalDateTime at) {
        Optional<Subscriber> chosen =
                pick(subscriber -> subscriber.stage == Stage.LIVE && HOME_PLANS.contains(subscriber.plan));
        if (chosen.isEmpty()) {
            signUp(at);
            return;
        }
        Subscriber subscriber = chosen.get();
        int next = HOME_PLANS.indexOf(subscriber.plan) + 1 + random.nextInt(HOME_PLANS.size() - 1);
        subscriber.plan = HOME_PLANS.get(next % HOME_PLANS.size());
        Map<String, String> date = random.nextInt(4) == 0
                ? Map.of(
                        "date",
                        at.toLocalDate().plusDays(1 + random.nextInt(20)).toString())
                : Map.of();
        row(at, OrderKind.PLAN_CHANGE, subscriber, Map.of("plan", subscriber.plan), date);
    }

    private void debt(LocalDateTime at) {
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE && !subscriber.owes, subscriber -> {
            subscriber.owes = true;
            subscriber.promises = debts++ % 3 == 0;
            row(at, OrderKind.DEBT, subscriber);
        });
    }

    private void payment(LocalDateTime at) {
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE && subscriber.owes, subscriber -> {
            if (subscriber.promises) {
                subscriber.promises = false;
                row(
                        at,
                        OrderKind.PROMISE,
                        subscriber,
                        Map.of("date", at.toLocalDate().plusDays(5).toString()));
            } else {
                subscriber.owes = false;
                row(at, OrderKind.PAYMENT, subscriber);
            }
        });
    }

    private void vacation(LocalDateTime at) {
        LocalDate today = at.toLocalDate();
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE && subscriber.awayUntil.isBefore(today), subscriber -> {
            subscriber.awayUntil = today.plusDays(7 + random.nextInt(50));
            row(at, OrderKind.VACATION, subscriber, Map.of("date", subscriber.awayUntil.toString()));
        });
    }

    private void relocate(LocalDateTime at) {
        ifAny(
                at,
                subscriber -> subscriber.stage == Stage.LIVE && HOME_PLANS.contains(subscriber.plan),
                subscriber -> row(at, OrderKind.RELOCATE, subscriber, address(city.near(block(false)))));
    }

    private void swapOnu(LocalDateTime at) {
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE, subscriber -> {
            subscriber.onu = nextOnu();
            row(at, OrderKind.SWAP_ONU, subscriber, Map.of("onu", subscriber.onu));
        });
    }

    private void transfer(LocalDateTime at) {
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE && !subscriber.owes, subscriber -> {
            subscriber.customer = nextCustomer();
            row(at, OrderKind.TRANSFER, subscriber, Map.of("customer", subscriber.customer));
        });
    }

    private void cancel(LocalDateTime at) {
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE || subscriber.stage == Stage.DRAFT, subscriber -> {
            boolean later = subscriber.stage == Stage.LIVE && random.nextInt(3) == 0;
            subscriber.stage = later ? Stage.LEAVING : Stage.ENDED;
            LocalDate nextMonth = at.toLocalDate().withDayOfMonth(1).plusMonths(1);
            row(
                    at,
                    OrderKind.CANCEL,
                    subscriber,
                    Map.of("reason", subscriber.owes ? "NON_PAYMENT" : "CUSTOMER_REQUEST"),
                    later ? Map.of("date", nextMonth.toString()) : Map.of());
        });
    }

    private void winBack(LocalDateTime at) {
        ifAny(at, subscriber -> subscriber.stage == Stage.ENDED && !subscriber.onu.isEmpty(), former -> {
            Subscriber subscriber = begin(Stage.LIVE);
            subscriber.customer = former.customer;
            subscriber.onu = nextOnu();
            row(
                    at,
                    OrderKind.WIN_BACK,
                    subscriber,
                    site(subscriber),
                    equipment(subscriber),
                    Map.of("previous", former.number));
        });
    }

    private void suspicion(LocalDateTime at) {
        Optional<Subscriber> suspect = subscribers.stream()
                .filter(subscriber -> subscriber.stage == Stage.LIVE && subscriber.suspect)
                .findFirst();
        if (suspect.isPresent()) {
            suspect.get().suspect = false;
            row(at, OrderKind.LIFT, suspect.get(), Map.of("reason", "FRAUD_ABUSE"));
            return;
        }
        ifAny(at, subscriber -> subscriber.stage == Stage.LIVE, subscriber -> {
            subscriber.suspect = true;
            row(at, OrderKind.SUSPEND, subscriber, Map.of("reason", "FRAUD_ABUSE"));
        });
    }

    /** What goes wrong in offices: each kind in turn. */
    private void mistake(LocalDateTime at) {
        switch (mistakes++ % 8) {
            case 0 -> {
                Subscriber farAway = unknown();
                Place village = new Place(-2_000 - random.nextInt(3_000), random.nextInt(3_000));
                row(at, OrderKind.SIGN_UP, farAway, terms(farAway), address(village), equipment(farAway));
            }
            case 1 ->
                ifAny(at, subscriber -> subscriber.stage == Stage.LIVE, holder -> {
                    Subscriber sameOnu = unknown();
                    sameOnu.onu = holder.onu;
                    row(at, OrderKind.SIGN_UP, sameOnu, site(sameOnu), equipment(sameOnu));
                });
            case 2 ->
                ifAny(
                        at,
                        subscriber -> subscriber.stage == Stage.LIVE,
                        subscriber ->
                                row(at, OrderKind.SWAP_ONU, subscriber, Map.of("onu", nextOnu(), "version", "2")));
            case 3 ->
                ifAny(
                        at,
                        subscriber -> subscriber.stage == Stage.LIVE && !subscriber.owes,
                        subscriber -> row(at, OrderKind.PAYMENT, subscriber));
            case 4 ->
                ifAny(
                        at,
                        subscriber -> subscriber.stage == Stage.ENDED,
                        subscriber -> row(at, OrderKind.PLAN_CHANGE, subscriber, Map.of("plan", "HOME-400")));
            case 5 ->
                ifAny(
                        at,
                        subscriber -> subscriber.stage == Stage.LIVE && subscriber.owes,
                        subscriber -> row(at, OrderKind.TRANSFER, subscriber, Map.of("customer", nextCustomer())));
            case 6 ->
                ifAny(
                        at,
                        subscriber -> subscriber.stage == Stage.LIVE,
                        subscriber -> row(at, OrderKind.SUSPEND, subscriber, Map.of("reason", "CUSTOMER_REQUEST")));
            default -> {
                Subscriber oldLeaflet = unknown();
                oldLeaflet.plan = "HOME-50";
                row(at, OrderKind.SIGN_UP, oldLeaflet, site(oldLeaflet), equipment(oldLeaflet));
            }
        }
    }

    /** A new subscriber whom later orders may name. */
    private Subscriber begin(Stage stage) {
        Subscriber subscriber = unknown();
        subscriber.stage = stage;
        subscribers.add(subscriber);
        return subscriber;
    }

    private Subscriber unknown() {
        String customer = nextCustomer();
        String plan = random.nextInt(40) == 0
                ? "OFFICE-2000"
                : HOME_PLANS.get(Math.min(random.nextInt(3) + random.nextInt(2), HOME_PLANS.size() - 1));
        Subscriber subscriber = new Subscriber("C-" + customer.substring(3), customer, plan, Stage.ENDED);
        subscriber.onu = nextOnu();
        return subscriber;
    }

    private void ifAny(LocalDateTime at, Predicate<Subscriber> fits, Consumer<Subscriber> order) {
        pick(fits).ifPresentOrElse(order, () -> signUp(at));
    }

    private Optional<Subscriber> pick(Predicate<Subscriber> fits) {
        for (int i = 0; i < TRIES && !subscribers.isEmpty(); i++) {
            Subscriber subscriber = subscribers.get(random.nextInt(subscribers.size()));
            if (fits.test(subscriber)) {
                return Optional.of(subscriber);
            }
        }
        return Optional.empty();
    }

    private Map<String, String> site(Subscriber subscriber) {
        Map<String, String> site = new HashMap<>(terms(subscriber));
        site.putAll(address(city.near(block(subscriber.plan.equals("OFFICE-2000") && random.nextInt(5) > 0))));
        return site;
    }

    private static Map<String, String> terms(Subscriber subscriber) {
        return Map.of("customer", subscriber.customer, "plan", subscriber.plan);
    }

    private static Map<String, String> equipment(Subscriber subscriber) {
        return Map.of("onu", subscriber.onu, "login", subscriber.login);
    }

    private Map<String, String> address(Place place) {
        String street = STREETS.get(random.nextInt(STREETS.size())) + " " + (random.nextInt(180) + 1);
        return Map.of("address", street, "latitude", place.latitude(), "longitude", place.longitude());
    }

    /** Some quarters are in fashion, so that their ports run out. */
    private Block block(boolean withXgs) {
        List<Block> blocks = city.blocks();
        int number = random.nextInt(3) == 0 ? 36 + random.nextInt(5) : random.nextInt(blocks.size());
        return blocks.get(withXgs ? number / 6 * 6 : number);
    }

    private String nextCustomer() {
        return String.format(Locale.ROOT, "CU-%05d", ++customers);
    }

    private String nextOnu() {
        return String.format(Locale.ROOT, "%s%08X", VENDORS.get(random.nextInt(VENDORS.size())), 0x1A2B_0000 + ++onus);
    }

    @SafeVarargs
    private void row(LocalDateTime at, OrderKind kind, Subscriber subscriber, Map<String, String>... more) {
        Map<String, String> row = new HashMap<>();
        row.put("time", TIME.format(at));
        row.put("order", kind.word());
        row.put("contract", subscriber.number);
        for (Map<String, String> cells : more) {
            row.putAll(cells);
        }
        rows.add(row);
    }
}
