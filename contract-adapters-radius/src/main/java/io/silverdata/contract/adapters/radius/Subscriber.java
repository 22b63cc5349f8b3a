package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.adapters.radius.internal.subscriber.SubscriberRows;
import io.silverdata.contract.model.RadiusUser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What FreeRADIUS' tables say about a login, for people and reports. It has no password.
 *
 * @param user the login
 * @param planGroup the group that gives full service, if there is one
 * @param holdGroup the group that FreeRADIUS takes before it, if there is one
 * @param rejected whether every login is rejected
 * @param credentials the attributes of its passwords, such as {@code Cleartext-Password}; one is right
 * @param sessionsInSync whether every session that was open at the last change was changed or closed
 * @param foreign rows of the login that are not this library's, as table and attribute or group; they are never touched
 */
public record Subscriber(
        RadiusUser user,
        Optional<String> planGroup,
        Optional<String> holdGroup,
        boolean rejected,
        List<String> credentials,
        boolean sessionsInSync,
        List<String> foreign) {

    public Subscriber {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(planGroup, "planGroup");
        Objects.requireNonNull(holdGroup, "holdGroup");
        credentials = List.copyOf(credentials);
        foreign = List.copyOf(foreign);
    }

    static Subscriber of(SubscriberRows rows) {
        return new Subscriber(
                rows.user(),
                rows.planGroup(),
                rows.holdGroup(),
                rows.isRejected(),
                rows.credentialAttributes(),
                rows.sessionsInSync(),
                rows.foreign());
    }
}
