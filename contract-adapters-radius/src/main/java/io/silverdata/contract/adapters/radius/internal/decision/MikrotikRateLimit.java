package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code Mikrotik-Rate-Limit} says: {@code rx[/tx] [burst-rx[/tx] [threshold-rx[/tx] [time-rx[/tx] [priority
 * [least-rx[/tx]]]]]]}, rates with {@code k}, {@code M} or {@code G} in either case. Where there is no second half, it is as
 * the first.
 *
 * @param limit the sustained rates
 * @param burst everything behind them
 */
record MikrotikRateLimit(String limit, List<String> burst) {
    private static final Pattern RATE = Pattern.compile("([0-9]{1,15})([kmg]?)");

    MikrotikRateLimit {
        burst = List.copyOf(burst);
    }

    static Optional<MikrotikRateLimit> parse(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.strip().split(" +", -1)) {
            Optional<String> pair = pair(part);
            if (pair.isEmpty()) {
                return Optional.empty();
            }
            parts.add(pair.get());
        }
        return Optional.of(new MikrotikRateLimit(parts.get(0), parts.subList(1, parts.size())));
    }

    /** Whether it limits as the other one does; what it says besides, such as a burst, is the operator's own. */
    boolean gives(MikrotikRateLimit wanted) {
        return limit.equals(wanted.limit)
                && burst.size() >= wanted.burst.size()
                && burst.subList(0, wanted.burst.size()).equals(wanted.burst);
    }

    @Override
    public String toString() {
        return burst.isEmpty() ? limit : limit + " " + String.join(" ", burst);
    }

    private static Optional<String> pair(String text) {
        String[] halves = text.split("/", -1);
        if (halves.length > 2) {
            return Optional.empty();
        }
        Optional<Long> first = bits(halves[0]);
        Optional<Long> second = halves.length == 2 ? bits(halves[1]) : first;
        return first.flatMap(rx -> second.map(tx -> rx + "/" + tx));
    }

    private static Optional<Long> bits(String text) {
        Matcher rate = RATE.matcher(text.toLowerCase(Locale.ROOT));
        if (!rate.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "k" -> Optional.of(number * 1_000);
            case "m" -> Optional.of(number * 1_000_000);
            case "g" -> Optional.of(number * 1_000_000_000);
            default -> Optional.of(number);
        };
    }
}
