package io.silverdata.contract.adapters.radius.testkit;

import java.time.Duration;

/**
 * What the network does to datagrams on their way to and from a NAS, by chance, but the same for the same seed and order.
 *
 * @param requestLoss share of requests that do not arrive, 0 to 1
 * @param answerLoss share of answers that do not arrive, 0 to 1
 * @param duplicates share of answers that arrive twice, 0 to 1
 * @param delay of each answer, at least
 * @param spread by up to which an answer is later than that, so that answers overtake each other
 */
public record NasWeather(double requestLoss, double answerLoss, double duplicates, Duration delay, Duration spread) {
    /** Everything arrives, once and at once. */
    public static NasWeather fair() {
        return new NasWeather(0, 0, 0, Duration.ZERO, Duration.ZERO);
    }

    /** Everything arrives once, and answers take so long. */
    public static NasWeather slow(Duration delay) {
        return new NasWeather(0, 0, 0, delay, Duration.ZERO);
    }
}
