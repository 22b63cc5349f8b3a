package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.examples.console.background.KeptRows;
import io.silverdata.contract.examples.console.background.Slice;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Extra;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an audit in the background has found so far. Thread-safe, but advanced by one thread at a time. */
final class AuditFindings {
    private static final int SLICE = 50;
    private static final int MOST_EXTRAS = 500;

    private final Supplier<Audit> audit;
    private final KeptRows<AuditItem.Finding, AuditView.Difference> rows = new KeptRows<>(AuditItem.Finding.class);
    private final Map<String, Extra> extras = new TreeMap<>();
    private @Nullable AuditRun run;
    private volatile @Nullable AuditProgress progress;

    AuditFindings(Supplier<Audit> audit) {
        this.audit = audit;
    }

    Slice.Next advance() {
        AuditRun begun = run;
        if (begun == null) {
            begun = audit.get().begin();
            run = begun;
        }
        AuditProgress next = begun.advance(SLICE, this::keep);
        progress = next;
        return new Slice.Next(next.state(), next.resumeAt());
    }

    Optional<AuditProgress> progress() {
        return Optional.ofNullable(progress);
    }

    KeptRows<AuditItem.Finding, AuditView.Difference> rows() {
        return rows;
    }

    /** What may be removed, by the names that {@link #name} gives. */
    Map<String, Extra> extras() {
        synchronized (extras) {
            return new LinkedHashMap<>(extras);
        }
    }

    void forget(String extra) {
        synchronized (extras) {
            extras.remove(extra);
        }
    }

    private void keep(AuditItem item) {
        rows.add(
                item.finding(),
                new AuditView.Difference(
                        item.contract().map(contract -> contract.id().toString()),
                        item.contract().map(Contract::number).map(Object::toString),
                        item.target().name(),
                        item.finding().name(),
                        item.detail(),
                        item.result().isPresent()));
        item.extra().ifPresent(this::keep);
    }

    private void keep(Extra extra) {
        synchronized (extras) {
            if (extras.size() < MOST_EXTRAS) {
                extras.put(name(extra), extra);
            }
        }
    }

    private static String name(Extra extra) {
        return extra.match(new Extra.Cases<>() {
            @Override
            public String on(Extra.Login login) {
                return "RADIUS " + login.user();
            }

            @Override
            public String on(Extra.Onu onu) {
                return onu.registration().toString();
            }
        });
    }
}
