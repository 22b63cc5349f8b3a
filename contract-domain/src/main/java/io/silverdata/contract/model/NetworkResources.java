package io.silverdata.contract.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a contract uses of the network, and what it has given up there that is still to be removed.
 *
 * @param line ports and ONU while live
 * @param radiusUser the login while live
 * @param retiredLines lines that are to be removed from the OLT, oldest first
 * @param retiredUsers logins that are to be removed from RADIUS, oldest first
 * @param unplacedOnu the ONU of a contract that was adopted, while it is not known at which output it is; there only without a line
 * @param movingTo the ports to which the line is to be moved with the plant, at another OLT that is told of it beforehand; there only with a line
 * @param settings what RADIUS tells of the subscriber beside the plan; of a draft, what it will
 * @param retiredPrefixes networks that are to be removed from RADIUS, in order
 */
public record NetworkResources(
        Optional<Line> line,
        Optional<RadiusUser> radiusUser,
        List<Line> retiredLines,
        List<RadiusUser> retiredUsers,
        Optional<OnuSerial> unplacedOnu,
        Optional<PortAssignment> movingTo,
        AccessSettings settings,
        List<IpPrefix> retiredPrefixes) {
    static final NetworkResources NONE = new NetworkResources(Optional.empty(), Optional.empty(), List.of(), List.of());

    public NetworkResources {
        Objects.requireNonNull(unplacedOnu, "unplacedOnu");
        Objects.requireNonNull(movingTo, "movingTo");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(radiusUser, "radiusUser");
        retiredLines = List.copyOf(retiredLines);
        retiredUsers = List.copyOf(retiredUsers);
        Objects.requireNonNull(settings, "settings");
        retiredPrefixes = List.copyOf(retiredPrefixes);
    }

    /** Resources whose ONU, if there is one, is at a known output and does not move, and nothing beside the plan. */
    public NetworkResources(
            Optional<Line> line,
            Optional<RadiusUser> radiusUser,
            List<Line> retiredLines,
            List<RadiusUser> retiredUsers) {
        this(
                line,
                radiusUser,
                retiredLines,
                retiredUsers,
                Optional.empty(),
                Optional.empty(),
                AccessSettings.NONE,
                List.of());
    }

    /** With an ONU whose output is not known. */
    NetworkResources withUnplacedOnu(OnuSerial onu) {
        return with(line, retiredLines, Optional.of(onu), Optional.empty());
    }

    /** The line as it will be once it has moved, while that is prepared. */
    Optional<Line> nextLine() {
        return movingTo.flatMap(ports -> line.map(present -> new Line(ports, present.onu())));
    }

    /**
     * With another line in place of the present one, and no move prepared. A line that comes back is no longer to be removed; what was
     * prepared elsewhere is.
     */
    NetworkResources withLine(Line next) {
        List<Line> retired =
                retired(nextLine().filter(prepared -> !prepared.equals(next)), ListCopies.without(retiredLines, next));
        return with(
                Optional.of(next),
                retired(line.filter(present -> !present.equals(next)), retired),
                Optional.empty(),
                Optional.empty());
    }

    /** With the present ONU at the ports where it has been all along. */
    NetworkResources at(PortAssignment ports) {
        return with(
                line.map(Line::onu).or(() -> unplacedOnu).map(onu -> new Line(ports, onu)),
                retiredLines,
                Optional.empty(),
                Optional.empty());
    }

    /** With another ONU at the same ports, and at those to which it is to move. */
    NetworkResources withOnu(OnuSerial next) {
        NetworkResources swapped =
                line.map(present -> withLine(new Line(present.ports(), next))).orElse(this);
        return movingTo.map(swapped::movingTo).orElse(swapped);
    }

    /** With a line at other ports beside the present one, for the same ONU. */
    NetworkResources movingTo(PortAssignment ports) {
        NetworkResources prepared = with(line, retiredLines, unplacedOnu, Optional.of(ports));
        List<Line> retired = prepared.nextLine()
                .map(next -> ListCopies.without(retiredLines, next))
                .orElse(retiredLines);
        return with(line, retired, unplacedOnu, Optional.of(ports));
    }

    /** With nothing prepared: what was is to be removed. */
    NetworkResources notMoving() {
        return with(line, retired(nextLine(), retiredLines), unplacedOnu, Optional.empty());
    }

    /** With the present ONU at other ports, if it is at those. */
    NetworkResources moved(PortAssignment from, PortAssignment to) {
        return line.filter(present -> present.ports().equals(from))
                .map(present -> withLine(new Line(to, present.onu())))
                .orElse(this);
    }

    /** With another login in place of the present one. A login that comes back is no longer to be removed. */
    NetworkResources withRadiusUser(RadiusUser next) {
        return new NetworkResources(
                line,
                Optional.of(next),
                retiredLines,
                retired(radiusUser.filter(present -> !present.equals(next)), ListCopies.without(retiredUsers, next)),
                unplacedOnu,
                movingTo,
                settings,
                retiredPrefixes);
    }

    /** With other settings. Networks that are given up stay the contract's until RADIUS has removed them; a draft's are free at once. */
    NetworkResources withSettings(AccessSettings next) {
        return new NetworkResources(
                line,
                radiusUser,
                retiredLines,
                retiredUsers,
                unplacedOnu,
                movingTo,
                next,
                prefixesWithout(next.networks()));
    }

    /** With nothing in use: what was is to be removed. */
    NetworkResources givenUp() {
        return new NetworkResources(
                Optional.empty(),
                Optional.empty(),
                retired(nextLine(), retired(line, retiredLines)),
                retired(radiusUser, retiredUsers),
                Optional.empty(),
                Optional.empty(),
                AccessSettings.NONE,
                prefixesWithout(Set.of()));
    }

    /** Without lines that are not to be removed any more. */
    NetworkResources withoutRetired(List<Line> lines) {
        return with(
                line,
                retiredLines.stream()
                        .filter(retired -> !lines.contains(retired))
                        .toList(),
                unplacedOnu,
                movingTo);
    }

    /** With nothing to be removed from a target. */
    NetworkResources cleared(NetworkTarget target) {
        return switch (target) {
            case ACCESS ->
                new NetworkResources(
                        line, radiusUser, retiredLines, List.of(), unplacedOnu, movingTo, settings, List.of());
            case LINE -> with(line, List.of(), unplacedOnu, movingTo);
        };
    }

    private NetworkResources with(
            Optional<Line> otherLine,
            List<Line> retired,
            Optional<OnuSerial> unplaced,
            Optional<PortAssignment> moving) {
        return new NetworkResources(
                otherLine, radiusUser, retired, retiredUsers, unplaced, moving, settings, retiredPrefixes);
    }

    private List<IpPrefix> prefixesWithout(Set<IpPrefix> wanted) {
        if (radiusUser.isEmpty()) {
            return retiredPrefixes;
        }
        return Stream.concat(retiredPrefixes.stream(), settings.networks().stream())
                .filter(prefix -> !wanted.contains(prefix))
                .distinct()
                .sorted()
                .toList();
    }

    private static <T> List<T> retired(Optional<T> last, List<T> earlier) {
        return last.map(item -> ListCopies.with(ListCopies.without(earlier, item), item))
                .orElse(earlier);
    }
}
