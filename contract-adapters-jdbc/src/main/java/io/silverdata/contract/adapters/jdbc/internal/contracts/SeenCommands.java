package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.spi.CommandRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The commands that a unit of work asked for or wrote, by their keys; keys under which there is none included. */
final class SeenCommands {
    private final Map<IdempotencyKey, Optional<CommandRecord>> commands = new HashMap<>();

    private SeenCommands() {}

    static SeenCommands of(Session session) {
        return session.memo(SeenCommands.class, SeenCommands::new);
    }

    boolean knows(IdempotencyKey key) {
        return commands.containsKey(key);
    }

    void add(CommandRecord command) {
        commands.put(command.key(), Optional.of(command));
    }

    /** All that is under some keys. */
    void add(Collection<IdempotencyKey> asked, Collection<CommandRecord> found) {
        asked.forEach(key -> commands.put(key, Optional.empty()));
        found.forEach(this::add);
    }

    /** The command under a key. That there is none holds for one question only: another may be committed at any time. */
    Optional<CommandRecord> take(IdempotencyKey key) {
        Optional<CommandRecord> command = commands.getOrDefault(key, Optional.empty());
        if (command.isEmpty()) {
            commands.remove(key);
        }
        return command;
    }

    Map<IdempotencyKey, CommandRecord> among(Collection<IdempotencyKey> keys) {
        Map<IdempotencyKey, CommandRecord> found = new HashMap<>();
        keys.forEach(key -> commands.getOrDefault(key, Optional.empty()).ifPresent(command -> found.put(key, command)));
        return found;
    }
}
