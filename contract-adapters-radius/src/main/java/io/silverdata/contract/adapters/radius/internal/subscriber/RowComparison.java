package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.model.AccessService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this library's rows of a login differ from what they should be. */
final class RowComparison {
    private final SubscriberRows rows;
    private final AccessService service;
    private final Optional<String> hold;
    private final List<String> found = new ArrayList<>();

    /** @param hold the group that the service is to be held by, if it is held back */
    RowComparison(SubscriberRows rows, AccessService service, Optional<String> hold) {
        this.rows = rows;
        this.service = service;
        this.hold = hold;
    }

    void note(String difference) {
        found.add(difference);
    }

    List<String> differences() {
        compare("plan group", rows.planGroup(), Optional.of(service.profile().value()));
        compare("hold group", rows.holdGroup(), hold);
        boolean rejected = !service.enforcement().allowsLogin();
        if (rows.isRejected() != rejected) {
            note(rejected ? "login is not rejected" : "login is rejected");
        }
        long credentials = rows.check().stream()
                .filter(SubscriberRows.Item::isWorkingCredential)
                .count();
        if (credentials != 1) {
            note(credentials + " passwords, should be 1");
        }
        compareTag();
        return List.copyOf(found);
    }

    private void compare(String field, Optional<String> is, Optional<String> shouldBe) {
        if (!is.equals(shouldBe)) {
            note(field + " is " + is.orElse("none") + ", should be " + shouldBe.orElse("none"));
        }
    }

    private void compareTag() {
        Optional<ClassTag> tag = rows.tag();
        if (tag.filter(present -> present.fingerprint().equals(ClassTag.fingerprint(service)))
                .isEmpty()) {
            note("rows were written for another state, contract or rate");
        } else if (tag.get().state() != ClassTag.State.IN_SYNC) {
            note("open sessions have not followed yet");
        }
    }
}
