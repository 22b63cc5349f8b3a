package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.model.RadiusUser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What FreeRADIUS' tables say about a login, for people and reports. No password is among it.
 *
 * @param user the login
 * @param planGroup the group that gives full service, if there is one
 * @param holdGroup the group that stands before it, if there is one
 * @param rejected whether every login is rejected
 * @param credentials the attributes that can prove who somebody is, such as {@code Cleartext-Password}; one is right
 * @param sessionsFollowed whether every session that was open at the last change was told of it
 * @param foreign rows of the login that are not this library's, as table and attribute or group; they are never touched
 */
public record Subscriber(
        RadiusUser user,
        Optional<String> planGroup,
        Optional<String> holdGroup,
        boolean rejected,
        List<String> credentials,
        boolean sessionsFollowed,
        List<String> foreign) {

    public Subscriber {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(planGroup, "planGroup");
        Objects.requireNonNull(holdGroup, "holdGroup");
        credentials = List.copyOf(credentials);
        foreign = List.copyOf(foreign);
    }
}
