package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.model.AccessService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How this library's rows of a login differ from what they should be. */
final class RowComparison {
    private final SubscriberRows rows;
    private final AccessService service;
    private final Optional<String> hold;
    private final List<Row> settings;
    private final List<String> found = new ArrayList<>();

    /**
     * @param hold the group that the service is to be held by, if it is held back
     * @param settings the rows of what the contract has beside its plan
     */
    RowComparison(SubscriberRows rows, AccessService service, Optional<String> hold, List<Row> settings) {
        this.rows = rows;
        this.service = service;
        this.hold = hold;
        this.settings = settings;
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
        compareSettings();
        compareTag();
        return List.copyOf(found);
    }

    private void compare(String field, Optional<String> is, Optional<String> shouldBe) {
        if (!is.equals(shouldBe)) {
            note(field + " is " + is.orElse("none") + ", should be " + shouldBe.orElse("none"));
        }
    }

    /** Name by name, so that each difference is told once. */
    private void compareSettings() {
        Set<String> names = new TreeSet<>(rows.ownedReplies());
        settings.forEach(row -> names.add(SettingsRows.lower(row.attribute())));
        for (String name : names) {
            List<Row> wanted = settings.stream().filter(row -> row.is(name)).toList();
            List<Row> present = rows.reply().stream()
                    .filter(row -> row.is(name) && !row.isTag())
                    .map(SubscriberRows.Item::row)
                    .toList();
            if (!Set.copyOf(wanted).equals(Set.copyOf(present)) || wanted.size() != present.size()) {
                String shown = wanted.isEmpty()
                        ? present.get(0).attribute()
                        : wanted.get(0).attribute();
                note(shown + " is " + values(present) + ", should be " + values(wanted));
            } else if (!rows.ownedReplies().contains(name)) {
                note(wanted.get(0).attribute() + " is not marked as this library's");
            }
        }
    }

    private static String values(List<Row> rows) {
        return rows.isEmpty() ? "none" : rows.stream().map(Row::value).sorted().collect(Collectors.joining(" and "));
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
