package io.silverdata.contract.adapters.radius;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.ProfileName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the own rows of a login differ from what they should be. */
final class RowComparison {
    private final SubscriberRows rows;
    private final AccessService service;
    private final SubscriberStore.Holds holds;
    private final List<String> found = new ArrayList<>();

    RowComparison(SubscriberRows rows, AccessService service, SubscriberStore.Holds holds) {
        this.rows = rows;
        this.service = service;
        this.holds = holds;
    }

    void note(String difference) {
        found.add(difference);
    }

    List<String> differences() {
        compare(
                "plan group",
                rows.groupAt(SubscriberRows.PLAN_PRIORITY),
                Optional.of(service.profile().value()));
        compare(
                "hold group",
                rows.groupAt(SubscriberRows.HOLD_PRIORITY),
                holds.of(service.enforcement()).map(Hold::group).map(ProfileName::value));
        boolean rejected = !service.enforcement().allowsLogin();
        if (rows.isRejected() != rejected) {
            note(rejected ? "login is not rejected" : "login is rejected");
        }
        long credentials = rows.ownCheck().stream()
                .filter(SubscriberRows.Item::isWorkingCredential)
                .count();
        if (credentials != 1) {
            note(credentials + " passwords, should be 1");
        }
        compareMark();
        return List.copyOf(found);
    }

    private void compare(String field, Optional<String> is, Optional<String> shouldBe) {
        if (!is.equals(shouldBe)) {
            note(field + " is " + is.orElse("none") + ", should be " + shouldBe.orElse("none"));
        }
    }

    private void compareMark() {
        Optional<Mark> mark = rows.mark();
        if (mark.filter(present -> present.fingerprint().equals(Mark.fingerprint(service)))
                .isEmpty()) {
            note("rows were written for another state, contract or rate");
        } else if (mark.get().state() != Mark.State.FOLLOWED) {
            note("open sessions have not followed yet");
        }
    }
}
