package io.silverdata.contract.adapters.jdbc.crash;

import io.silverdata.contract.adapters.jdbc.testing.HostShop;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.CommandRecord;
import io.silverdata.contract.spi.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must hold in a database after its host was killed, asked through the ports alone, so that it does not lean on what it
 * is to judge. Lives as long as the database: what one host did, the next one's end must not undo.
 */
final class CrashAudit {
    private final Map<String, CommandRecord> kept = new HashMap<>();
    private final Map<ContractId, List<CommandRecord>> byContract = new HashMap<>();
    private int acknowledgements;

    /** What is wrong with the work of a host that has ended, in words. */
    List<String> findings(Storage storage, HostWatch ended) {
        Findings findings = new Findings(storage);
        for (String key : ended.tried()) {
            storage.commands().find(new IdempotencyKey(key)).ifPresent(this::remember);
        }
        Set<ContractId> touched = new HashSet<>();
        for (HostPipe.Acknowledged command : ended.acknowledged()) {
            findings.isThere(command, kept);
            touched.add(command.contract());
        }
        ended.tried().stream()
                .flatMap(key -> Optional.ofNullable(kept.get(key)).stream())
                .forEach(record -> touched.add(record.contract()));
        touched.forEach(id -> findings.isWhole(id, byContract.getOrDefault(id, List.of())));
        acknowledgements += ended.acknowledged().size();
        return findings.notes;
    }

    /** What is wrong with anything that any host ever did. */
    List<String> findings(Storage storage) {
        Findings findings = new Findings(storage);
        kept.forEach((key, record) -> {
            if (!storage.commands().find(record.key()).equals(Optional.of(record))) {
                findings.notes.add("lost later: " + record);
            }
        });
        byContract.forEach(findings::isWhole);
        return findings.notes;
    }

    /** How many commands were acknowledged so far. */
    int acknowledgements() {
        return acknowledgements;
    }

    private void remember(CommandRecord record) {
        if (kept.put(record.key().value(), record) == null) {
            byContract
                    .computeIfAbsent(record.contract(), id -> new ArrayList<>())
                    .add(record);
        }
    }

    /** What one look at the storage brings to light. */
    private static final class Findings {
        private final Storage storage;
        private final List<String> notes = new ArrayList<>();

        Findings(Storage storage) {
            this.storage = storage;
        }

        /** Acknowledged is kept for good. */
        private void isThere(HostPipe.Acknowledged command, Map<String, CommandRecord> kept) {
            CommandRecord record = kept.get(command.key());
            if (record == null) {
                notes.add("lost: " + command);
            } else if (!record.contract().equals(command.contract()) || record.versionAfter() != command.version()) {
                notes.add("acknowledged " + command + " but kept " + record);
            }
        }

        /** Each command is there with all it wrote, or with nothing. */
        private void isWhole(ContractId id, List<CommandRecord> records) {
            List<RecordedEvent> history = storage.events().history(id);
            Optional<Contract> row = storage.contracts().find(id);
            if (history.isEmpty() || row.isEmpty()) {
                notes.add(id + " has " + history.size() + " events and the row " + row);
                return;
            }
            Contract replayed = Contract.replay(history);
            if (!replayed.equals(row.get())) {
                notes.add(id + ": the row is " + row.get().snapshot() + " but its events say " + replayed.snapshot());
            }
            everyEventBelongsToACommand(history, records);
            claimsAreThose(replayed);
            identitiesAreThose(replayed);
        }

        private void everyEventBelongsToACommand(List<RecordedEvent> history, List<CommandRecord> records) {
            for (CommandRecord record : records) {
                if (record.versionAfter() > history.size()) {
                    notes.add("half a command: " + record + " but " + history.size() + " events");
                }
            }
            for (RecordedEvent event : history) {
                boolean byShop = event.actor().value().equals(HostShop.ACTOR)
                        && event.correlationId().isPresent();
                boolean covered = records.stream()
                        .anyMatch(record ->
                                record.versionBefore() < event.version() && event.version() <= record.versionAfter());
                if (byShop && !covered) {
                    notes.add("half a command: no record of " + event);
                }
            }
        }

        private void claimsAreThose(Contract contract) {
            Map<SplitterOutputId, Optional<PortClaim>> found = storage.plant().portsOf(contract.id()).stream()
                    .collect(Collectors.toMap(SplitterOutput::id, SplitterOutput::claim));
            Map<SplitterOutputId, Optional<PortClaim>> wanted = PortClaim.of(contract).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, claim -> Optional.of(claim.getValue())));
            if (!found.equals(wanted)) {
                notes.add(contract.id() + " should have " + wanted + " and has " + found);
            }
        }

        private void identitiesAreThose(Contract contract) {
            check(contract, contract.heldOnus(), storage.contracts()::holderOf);
            check(contract, contract.heldUsers(), storage.contracts()::holderOf);
        }

        private <T> void check(Contract contract, Set<T> held, Function<T, Optional<ContractId>> holder) {
            for (T value : held) {
                if (!holder.apply(value).equals(Optional.of(contract.id()))) {
                    notes.add(contract.id() + " should hold " + value + ", which " + holder.apply(value) + " holds");
                }
            }
        }
    }
}
