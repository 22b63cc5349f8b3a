package io.silverdata.contract.adapters.radius.internal.access;

import io.silverdata.contract.adapters.radius.internal.session.SessionTarget;
import io.silverdata.contract.adapters.radius.internal.subscriber.ClassTag;
import io.silverdata.contract.adapters.radius.internal.subscriber.HoldGroups;
import io.silverdata.contract.adapters.radius.internal.subscriber.WriteResult;
import io.silverdata.contract.adapters.radius.session.ChangeFallback;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import java.util.List;
import java.util.Optional;

/**
 * One login after its rows were written: what its sessions are to become, and what is left to do once they follow.
 *
 * @param user the login
 * @param ended the outcome, where no session is to be looked at
 * @param target of each session
 * @param followed the version of the rows whose sessions need nothing: those that began under it
 * @param recorded the version that is recorded as followed, once all sessions follow
 * @param rowsChanged whether rows were written
 * @param left why somebody is let in all the same once nothing of this library is left
 */
record LoginDelivery(
        RadiusUser user,
        Optional<DeviceOutcome> ended,
        SessionTarget target,
        Optional<ClassTag> followed,
        Optional<ClassTag> recorded,
        boolean rowsChanged,
        Optional<Refused> left) {

    static LoginDelivery of(AccessOrder order, WriteResult written, HoldGroups holds, ChangeFallback fallback) {
        return written.match(new WriteResult.Cases<>() {
            @Override
            public LoginDelivery on(WriteResult.Written result) {
                return of(((AccessOrder.Ensure) order).service(), result, holds, fallback);
            }

            @Override
            public LoginDelivery on(WriteResult.Removed result) {
                return result.isTakenOver()
                        ? ended(order.user(), new DeviceOutcome.Applied())
                        : closing(order.user(), result.changed(), result.left());
            }

            @Override
            public LoginDelivery on(WriteResult.NotWritten result) {
                return ended(order.user(), result.outcome());
            }
        });
    }

    /** Whether the session began under rows that it is to follow. Not known where accounting does not record Class. */
    boolean isOutdated(Session session) {
        return followed.isEmpty()
                || session.authorizedBy()
                        .flatMap(ClassTag::parse)
                        .filter(followed.get()::isSameVersion)
                        .isEmpty();
    }

    private static LoginDelivery of(
            AccessService service, WriteResult.Written written, HoldGroups holds, ChangeFallback fallback) {
        ClassTag tag = written.tag();
        boolean inSync = tag.state() == ClassTag.State.IN_SYNC;
        boolean cut = !service.enforcement().allowsLogin();
        if (inSync && !cut) {
            return ended(service.user(), new DeviceOutcome.Applied());
        }
        boolean mayDisconnect = service.enforcement() != Enforcement.NONE || fallback == ChangeFallback.DISCONNECT;
        SessionTarget target = cut || tag.state() == ClassTag.State.DISCONNECT_DUE
                ? SessionTarget.closed()
                : SessionTarget.rates(
                        holds.rates(service),
                        written.reply(),
                        tag.state() == ClassTag.State.SETTINGS_DUE ? written.settings() : List.of(),
                        mayDisconnect);
        return new LoginDelivery(
                service.user(),
                Optional.empty(),
                target,
                cut ? Optional.empty() : Optional.of(tag),
                inSync ? Optional.empty() : Optional.of(tag),
                written.changed(),
                Optional.empty());
    }

    private static LoginDelivery closing(RadiusUser user, boolean rowsChanged, Optional<Refused> left) {
        return new LoginDelivery(
                user, Optional.empty(), SessionTarget.closed(), Optional.empty(), Optional.empty(), rowsChanged, left);
    }

    private static LoginDelivery ended(RadiusUser user, DeviceOutcome outcome) {
        return new LoginDelivery(
                user,
                Optional.of(outcome),
                SessionTarget.closed(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
