package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.examples.console.device.Answer;
import io.silverdata.contract.examples.console.device.SignalLevel;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.OpticalPower;
import java.time.Instant;
import java.util.Optional;

/**
 * What an OLT says about an ONU at this moment.
 *
 * @param readAt when
 * @param problem why the OLT did not answer, if so
 * @param reading what it said; empty if there is no answer, or no such ONU on the OLT
 */
public record SignalView(Instant readAt, Optional<String> problem, Optional<Reading> reading) {

    /**
     * What an ONU is like.
     *
     * @param level how good the received light is: the kind of a badge
     */
    public record Reading(
            Phrase state,
            String kind,
            Phrase phase,
            Phrase lastDown,
            Optional<String> received,
            String level,
            Phrase levelWord,
            Optional<String> sent,
            Optional<String> receivedByOlt,
            Optional<String> distance) {}

    static SignalView of(Answer<Optional<OnuState>> answer, Instant now) {
        return new SignalView(now, answer.problem(), answer.value().flatMap(onu -> onu.map(SignalView::reading)));
    }

    private static Reading reading(OnuState onu) {
        Optional<SignalLevel> level = onu.optics().onuReceived().map(SignalLevel::of);
        return new Reading(
                Phrase.term("onu", onu.oper()),
                kind(onu.oper()),
                Phrase.term("onuPhase", onu.phase()),
                Phrase.term("onuDown", onu.lastDown()),
                onu.optics().onuReceived().map(OpticalPower::toString),
                level.map(SignalView::kind).orElse("off"),
                level.map(known -> Phrase.term("signal", known)).orElseGet(() -> Phrase.of("onu.UNKNOWN")),
                onu.optics().onuSent().map(OpticalPower::toString),
                onu.optics().oltReceived().map(OpticalPower::toString),
                onu.distance().map(Object::toString));
    }

    private static String kind(OnuState.Oper oper) {
        return switch (oper) {
            case ONLINE -> "good";
            case OFFLINE -> "bad";
            case UNKNOWN -> "off";
        };
    }

    private static String kind(SignalLevel level) {
        return switch (level) {
            case GOOD -> "good";
            case WEAK -> "warn";
            case BAD -> "bad";
        };
    }
}
