package io.silverdata.contract.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.CommandRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A fingerprint tells what the caller passed, and nothing else. */
class FingerprintProperties {
    private static final CommandContext STAFF = CommandContext.by("staff", Trigger.ADMIN);
    private static final ContractId CONTRACT = new ContractId(new UUID(0, 1));

    /** An argument as it was. */
    record Before(String name, int number, List<String> words) {}

    /** The same argument of a later release, which may say more. */
    record Later(String name, int number, List<String> words, Optional<String> more) {}

    @Property
    void equal_commands_have_equal_fingerprints_whoever_gives_them(
            @ForAll String name, @ForAll int number, @ForAll List<String> words) {
        CommandRequest one = on("suspend", new Before(name, number, words));
        CommandRequest other = CommandRequest.on(
                CONTRACT,
                "suspend",
                CommandKind.SUSPEND,
                CommandContext.by("another", Trigger.DUNNING).once("key"),
                new Before(name, number, words));

        assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other)).hasSizeLessThanOrEqualTo(64);
    }

    @Property
    void different_arguments_have_different_fingerprints(
            @ForAll String name, @ForAll String otherName, @ForAll List<String> words, @ForAll List<String> others) {
        Before one = new Before(name, 1, words);
        Before other = new Before(otherName, 1, others);

        assertThat(Fingerprint.of(on("suspend", one)).equals(Fingerprint.of(on("suspend", other))))
                .isEqualTo(one.equals(other));
    }

    @Property
    void a_value_that_is_absent_leaves_no_trace(
            @ForAll String name, @ForAll int number, @ForAll List<String> words, @ForAll String more) {
        String before = Fingerprint.of(on("suspend", new Before(name, number, words)));

        assertThat(Fingerprint.of(on("suspend", new Later(name, number, words, Optional.empty()))))
                .isEqualTo(before);
        assertThat(Fingerprint.of(on("suspend", new Later(name, number, words, Optional.of(more)))))
                .isNotEqualTo(before);
    }

    @Property
    void the_name_of_the_command_counts(@ForAll String argument) {
        assertThat(Fingerprint.of(on("suspend", argument))).isNotEqualTo(Fingerprint.of(on("cancel", argument)));
    }

    @Example
    void a_key_of_the_earlier_form_answers_for_its_contract_only() {
        CommandRecord earlier = new CommandRecord(
                new IdempotencyKey("key"), "a".repeat(64), CONTRACT, 1, 2, Instant.parse("2026-03-02T12:00:00Z"));

        assertThat(Fingerprint.matches(earlier, on("suspend", "whatever"))).isTrue();
        assertThat(Fingerprint.matches(
                        earlier,
                        CommandRequest.on(new ContractId(new UUID(0, 2)), "suspend", CommandKind.SUSPEND, STAFF)))
                .isFalse();
    }

    private static CommandRequest on(String command, Object argument) {
        return CommandRequest.on(CONTRACT, command, CommandKind.SUSPEND, STAFF, argument);
    }
}
