package io.silverdata.contract.feasibility;

import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Technology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A house, and splitters up the street. A survey begins as one that passes every check with room to spare. */
record Street(
        String name,
        long metresAway,
        List<Optional<Decibels>> losses,
        long feedMetres,
        Optional<OpticalPower> transmitPower,
        int freeOutputs,
        int subscribers,
        ServiceState olt,
        ServiceState ponPort,
        Technology technology) {
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 3);
    static final ServiceAddress HOUSE = new ServiceAddress("Calle 1", new GeoPosition(0, -78.5));
    static final PlanSnapshot PLAN = PlanSnapshot.builder(new PlanId("home"))
            .version(1)
            .name("Home")
            .download(Bandwidth.ofMbps(100))
            .upload(Bandwidth.ofMbps(100))
            .price(Money.of("20", "USD"))
            .accessProfile(new ProfileName("access"))
            .lineProfile(new ProfileName("line"))
            .build();
    static final int OUTPUTS = 8;
    static final int SUBSCRIBER_LIMIT = 64;
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    static Street good(String name) {
        return new Street(
                name,
                100,
                List.of(Optional.of(Decibels.of(10.8))),
                2_000,
                Optional.of(OpticalPower.ofDbm(1.5)),
                3,
                10,
                ServiceState.UP,
                ServiceState.UP,
                Technology.GPON);
    }

    Street metresAway(long other) {
        return new Street(
                name, other, losses, feedMetres, transmitPower, freeOutputs, subscribers, olt, ponPort, technology);
    }

    /** One splitter for each, from the PON port down. */
    Street losses(List<Optional<Decibels>> other) {
        return new Street(
                name, metresAway, other, feedMetres, transmitPower, freeOutputs, subscribers, olt, ponPort, technology);
    }

    Street loss(double decibels) {
        return losses(List.of(Optional.of(Decibels.of(decibels))));
    }

    Street feedMetres(long other) {
        return new Street(
                name, metresAway, losses, other, transmitPower, freeOutputs, subscribers, olt, ponPort, technology);
    }

    Street transmitPower(Optional<OpticalPower> other) {
        return new Street(
                name, metresAway, losses, feedMetres, other, freeOutputs, subscribers, olt, ponPort, technology);
    }

    Street freeOutputs(int other) {
        return new Street(
                name, metresAway, losses, feedMetres, transmitPower, other, subscribers, olt, ponPort, technology);
    }

    Street subscribers(int other) {
        return new Street(
                name, metresAway, losses, feedMetres, transmitPower, freeOutputs, other, olt, ponPort, technology);
    }

    Street states(ServiceState ofOlt, ServiceState ofPonPort) {
        return new Street(
                name,
                metresAway,
                losses,
                feedMetres,
                transmitPower,
                freeOutputs,
                subscribers,
                ofOlt,
                ofPonPort,
                technology);
    }

    Street technology(Technology other) {
        return new Street(
                name, metresAway, losses, feedMetres, transmitPower, freeOutputs, subscribers, olt, ponPort, other);
    }

    /** Fails a check, and no other is open. */
    Street full() {
        return freeOutputs(0);
    }

    /** Passes, but close to a limit. */
    Street nearlyFull() {
        return subscribers(SUBSCRIBER_LIMIT - 1);
    }

    /** Nobody knows. */
    Street unknown() {
        return transmitPower(Optional.empty());
    }

    SplitterId id() {
        return new SplitterId(name);
    }

    /** The house is on the equator; the splitters are north of it. Each stage has the whole feed. */
    SplitterSurvey survey() {
        GeoPosition position = new GeoPosition(Math.toDegrees(metresAway / EARTH_RADIUS_METRES), -78.5);
        Splitter[] chain = new Splitter[losses.size()];
        for (int stage = 0; stage < chain.length; stage++) {
            chain[stage] = new Splitter(
                    stage == chain.length - 1 ? id() : new SplitterId(name + "-stage-" + stage),
                    PON,
                    stage == 0 ? Optional.empty() : Optional.of(new SplitterOutputId(chain[stage - 1].id(), 1)),
                    OUTPUTS,
                    position,
                    losses.get(stage),
                    Distance.ofMetres(feedMetres));
        }
        return new SplitterSurvey(
                List.of(chain),
                new PonPort(PON, Set.of(technology), SUBSCRIBER_LIMIT, transmitPower, ponPort),
                olt,
                freeOutputs,
                subscribers);
    }

    /** What the default policy finds. */
    SplitterAssessment assessed() {
        return assessed(FeasibilityPolicy.defaults());
    }

    SplitterAssessment assessed(FeasibilityPolicy policy) {
        return new Assessor(policy)
                .assess(HOUSE, PLAN, List.of(survey()), NOW)
                .of(id())
                .orElseThrow();
    }

    FeasibilityCheck check(FeasibilityCheck.Kind kind) {
        return check(kind, FeasibilityPolicy.defaults());
    }

    FeasibilityCheck check(FeasibilityCheck.Kind kind, FeasibilityPolicy policy) {
        return assessed(policy).checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
