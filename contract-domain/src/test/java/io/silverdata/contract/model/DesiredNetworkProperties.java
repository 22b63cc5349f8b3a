package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.FIBRE_100;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.LOGIN;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.OFFICE_PORT;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OTHER_LOGIN;
import static io.silverdata.contract.model.Situations.SPARE_ONU;
import static io.silverdata.contract.model.Situations.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Facts are compared instead of the networks made of them: both must say the same. */
class DesiredNetworkProperties {
    private static final Line HOME_LINE = new Line(HOME_PORT, ONU);
    private static final Line OFFICE_LINE = new Line(OFFICE_PORT, SPARE_ONU);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_side_is_the_same_exactly_when_its_facts_are_said_to_be(
            @ForAll("bases") DesiredNetwork.Basis one,
            @ForAll("bases") DesiredNetwork.Basis another,
            @ForAll Fact differing) {
        DesiredNetwork.Basis other = differing.takenFrom(another, one);

        assertThat(one.sameAccess(other)).isEqualTo(one.access().equals(other.access()));
        assertThat(one.sameLine(other)).isEqualTo(one.lineSide().equals(other.lineSide()));
    }

    @Provide
    Arbitrary<DesiredNetwork.Basis> bases() {
        return Combinators.combine(
                        Arbitraries.of(Optional.of(LOGIN), Optional.of(OTHER_LOGIN), Optional.<RadiusUser>empty()),
                        Arbitraries.of(Optional.of(HOME_LINE), Optional.of(OFFICE_LINE), Optional.<Line>empty()),
                        Arbitraries.of(
                                FIBRE_100,
                                plan(200, 100, "access", "line"),
                                plan(200, 50, "access", "line"),
                                plan(100, 50, "access", "line"),
                                plan(100, 50, "other", "line"),
                                plan(100, 50, "access", "other")),
                        Arbitraries.of(Enforcement.values()).map(DesiredNetworkProperties::holds),
                        Arbitraries.of(List.<RadiusUser>of(), List.of(LOGIN), List.of(OTHER_LOGIN)),
                        Arbitraries.of(List.<Line>of(), List.of(HOME_LINE), List.of(OFFICE_LINE)),
                        Arbitraries.of(
                                Optional.of(HOME_PORT), Optional.of(OFFICE_PORT), Optional.<PortAssignment>empty()),
                        Combinators.combine(
                                        addOns(),
                                        Arbitraries.of(
                                                AccessSettings.NONE,
                                                AccessSettings.NONE.with(new IpAddress("203.0.113.7"))))
                                .as(Tuple::of))
                .as((user, line, plan, holds, users, lines, movingTo, more) -> new DesiredNetwork.Basis(
                        CONTRACT,
                        resources(line, user, lines, users, movingTo, more.get2()),
                        plan,
                        holds,
                        more.get1()));
    }

    /** Some bound twice, some that the line profile brings along, some yet to start. */
    private static Arbitrary<List<AgreedAddOn>> addOns() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(
                                Optional.of("VOIP"),
                                Optional.of("IPTV"),
                                Optional.of("line"),
                                Optional.<String>empty()),
                        Arbitraries.of(AddOnSuspension.WITH_PLAN, AddOnSuspension.UNAFFECTED),
                        Arbitraries.of(true, true, false))
                .as((id, binding, suspension, started) -> new AgreedAddOn(
                        new AddOn(new AddOnId(id), id, FIBRE_100.price(), binding.map(ProfileName::new), suspension),
                        MORNING,
                        Optional.empty(),
                        started))
                .list()
                .ofMaxSize(3);
    }

    /** A line moves only if there is one. */
    private static NetworkResources resources(
            Optional<Line> line,
            Optional<RadiusUser> user,
            List<Line> lines,
            List<RadiusUser> users,
            Optional<PortAssignment> movingTo,
            AccessSettings settings) {
        return new NetworkResources(
                line,
                user,
                lines,
                users,
                Optional.empty(),
                line.isPresent() ? movingTo : Optional.empty(),
                settings,
                List.of());
    }

    private static PlanSnapshot plan(int download, int upload, String accessProfile, String lineProfile) {
        return PlanSnapshot.builder(FIBRE_100.id())
                .name(FIBRE_100.name())
                .download(Bandwidth.ofMbps(download))
                .upload(Bandwidth.ofMbps(upload))
                .price(FIBRE_100.price().amount())
                .accessProfile(new ProfileName(accessProfile))
                .lineProfile(new ProfileName(lineProfile))
                .build();
    }

    private static List<SuspensionHold> holds(Enforcement enforcement) {
        return Stream.of(enforcement)
                .filter(strictest -> strictest != Enforcement.NONE)
                .map(strictest -> new SuspensionHold(
                        policy(SuspensionReason.ADMINISTRATIVE), strictest, MORNING, Optional.empty()))
                .toList();
    }

    /** One component of a basis. */
    enum Fact {
        USER,
        LINE,
        PLAN,
        HOLDS,
        SETTINGS,
        ADD_ONS,
        RETIRED_USERS,
        RETIRED_LINES,
        MOVING_TO;

        DesiredNetwork.Basis takenFrom(DesiredNetwork.Basis source, DesiredNetwork.Basis rest) {
            return new DesiredNetwork.Basis(
                    rest.contract(),
                    resources(source.resources(), rest.resources()),
                    this == PLAN ? source.plan() : rest.plan(),
                    this == HOLDS ? source.holds() : rest.holds(),
                    this == ADD_ONS ? source.addOns() : rest.addOns());
        }

        private NetworkResources resources(NetworkResources source, NetworkResources rest) {
            return DesiredNetworkProperties.resources(
                    this == LINE ? source.line() : rest.line(),
                    this == USER ? source.radiusUser() : rest.radiusUser(),
                    this == RETIRED_LINES ? source.retiredLines() : rest.retiredLines(),
                    this == RETIRED_USERS ? source.retiredUsers() : rest.retiredUsers(),
                    this == MOVING_TO ? source.movingTo() : rest.movingTo(),
                    this == SETTINGS ? source.settings() : rest.settings());
        }
    }
}
