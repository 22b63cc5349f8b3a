package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.SessionDetail;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The attributes by which a request identifies a session (RFC 5176, section 3). */
enum SessionIdentification {
    /** User-Name and Acct-Session-Id. */
    MINIMAL,
    /** In addition those that the NAS' profile needs. */
    PROFILE,
    /** In addition all that accounting has. */
    FULL;

    /** The attributes, or which value of the session cannot be put into a packet. */
    Either<Rejection.InvalidValue, List<RadiusAttribute>> of(Session session, NasSettings nas) {
        List<RadiusAttribute> attributes = new ArrayList<>();
        Optional<Rejection.InvalidValue> refusal = add(
                        attributes, Attributes.USER_NAME, Optional.of(session.userName()))
                .or(() -> add(attributes, Attributes.ACCT_SESSION_ID, Optional.of(session.sessionId())));
        if (refusal.isPresent()) {
            return Either.left(refusal.get());
        }
        for (SessionDetail detail : details(nas)) {
            // what does not fit into an attribute is left out: it only helps to find the session
            switch (detail) {
                case NAS_ADDRESS -> add(attributes, nasAddress(session), Optional.of(session.nasAddress()));
                case FRAMED_IP_ADDRESS -> add(attributes, Attributes.FRAMED_IP_ADDRESS, session.framedIpAddress());
                case NAS_PORT_ID -> add(attributes, Attributes.NAS_PORT_ID, session.nasPortId());
                case CALLING_STATION_ID -> add(attributes, Attributes.CALLING_STATION_ID, session.callingStationId());
            }
        }
        return Either.right(List.copyOf(attributes));
    }

    /** One with other attributes, as far as accounting has others. */
    SessionIdentification alternative(Session session, NasSettings nas) {
        return switch (this) {
            case MINIMAL -> FULL;
            case PROFILE -> of(session, nas).equals(FULL.of(session, nas)) ? MINIMAL : FULL;
            case FULL -> MINIMAL;
        };
    }

    private Set<SessionDetail> details(NasSettings nas) {
        Set<SessionDetail> details = EnumSet.noneOf(SessionDetail.class);
        switch (this) {
            case MINIMAL -> {}
            case PROFILE -> details.addAll(nas.profile().identification());
            case FULL -> details.addAll(EnumSet.allOf(SessionDetail.class));
        }
        if (!nas.sendsNasAddress()) {
            details.remove(SessionDetail.NAS_ADDRESS);
        }
        return details;
    }

    private static AttributeType nasAddress(Session session) {
        return session.nasAddress().indexOf(':') < 0 ? Attributes.NAS_IP_ADDRESS : Attributes.NAS_IPV6_ADDRESS;
    }

    private static Optional<Rejection.InvalidValue> add(
            List<RadiusAttribute> attributes, AttributeType type, Optional<String> value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Either<Rejection.InvalidValue, RadiusAttribute> attribute =
                RadiusAttribute.parse(type, OptionalInt.empty(), value.get());
        attribute.forEach(attributes::add);
        return attribute.isLeft() ? Optional.of(attribute.getLeft()) : Optional.empty();
    }
}
