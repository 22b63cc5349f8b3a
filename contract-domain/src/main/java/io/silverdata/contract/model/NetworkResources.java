package io.silverdata.contract.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a contract uses of the network, and what it has given up there that is still to be removed.
 *
 * @param line ports and ONU while live
 * @param radiusUser the login while live
 * @param retiredLines lines that are to be removed from the OLT, oldest first
 * @param retiredUsers logins that are to be removed from RADIUS, oldest first
 * @param unplacedOnu the ONU of a contract that was adopted, while it is not known at which output it is; there only without a line
 */
public record NetworkResources(
        Optional<Line> line,
        Optional<RadiusUser> radiusUser,
        List<Line> retiredLines,
        List<RadiusUser> retiredUsers,
        Optional<OnuSerial> unplacedOnu) {
    static final NetworkResources NONE = new NetworkResources(Optional.empty(), Optional.empty(), List.of(), List.of());

    public NetworkResources {
        Objects.requireNonNull(unplacedOnu, "unplacedOnu");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(radiusUser, "radiusUser");
        retiredLines = List.copyOf(retiredLines);
        retiredUsers = List.copyOf(retiredUsers);
    }

    /** Resources whose ONU, if there is one, is at a known output. */
    public NetworkResources(
            Optional<Line> line,
            Optional<RadiusUser> radiusUser,
            List<Line> retiredLines,
            List<RadiusUser> retiredUsers) {
        this(line, radiusUser, retiredLines, retiredUsers, Optional.empty());
    }

    /** With an ONU whose output is not known. */
    NetworkResources withUnplacedOnu(OnuSerial onu) {
        return new NetworkResources(line, radiusUser, retiredLines, retiredUsers, Optional.of(onu));
    }

    /** With another line in place of the present one. A line that comes back is no longer to be removed. */
    NetworkResources withLine(Line next) {
        return new NetworkResources(
                Optional.of(next),
                radiusUser,
                retired(line.filter(present -> !present.equals(next)), ListCopies.without(retiredLines, next)),
                retiredUsers);
    }

    /** With the present ONU at the ports where it has been all along. */
    NetworkResources at(PortAssignment ports) {
        return new NetworkResources(
                line.map(Line::onu).or(() -> unplacedOnu).map(onu -> new Line(ports, onu)),
                radiusUser,
                retiredLines,
                retiredUsers);
    }

    /** With another ONU at the same ports. */
    NetworkResources withOnu(OnuSerial next) {
        return line.map(present -> withLine(new Line(present.ports(), next))).orElse(this);
    }

    /** With another login in place of the present one. A login that comes back is no longer to be removed. */
    NetworkResources withRadiusUser(RadiusUser next) {
        return new NetworkResources(
                line,
                Optional.of(next),
                retiredLines,
                retired(radiusUser.filter(present -> !present.equals(next)), ListCopies.without(retiredUsers, next)),
                unplacedOnu);
    }

    /** With nothing in use: what was is to be removed. */
    NetworkResources givenUp() {
        return new NetworkResources(
                Optional.empty(), Optional.empty(), retired(line, retiredLines), retired(radiusUser, retiredUsers));
    }

    /** With nothing to be removed from a target. */
    NetworkResources cleared(NetworkTarget target) {
        return switch (target) {
            case ACCESS -> new NetworkResources(line, radiusUser, retiredLines, List.of(), unplacedOnu);
            case LINE -> new NetworkResources(line, radiusUser, List.of(), retiredUsers, unplacedOnu);
        };
    }

    private static <T> List<T> retired(Optional<T> last, List<T> earlier) {
        return last.map(item -> ListCopies.with(ListCopies.without(earlier, item), item))
                .orElse(earlier);
    }
}
