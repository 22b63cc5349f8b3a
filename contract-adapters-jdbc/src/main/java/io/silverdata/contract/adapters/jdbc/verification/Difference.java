package io.silverdata.contract.adapters.jdbc.verification;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.List;
import java.util.Optional;

/**
 * What {@link JdbcStorage#verify} found: something that the tables say beside the events, and that the events say otherwise.
 * The events are the truth. Messages name no person and no address.
 */
public sealed interface Difference {

    /** The contract that it is about; perhaps one that does not exist. */
    ContractId contract();

    /** In words. */
    String message();

    /** Calls the one case that fits; a new kind of difference breaks callers at compile time. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each kind of difference.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(EventsBroken difference);

        R on(RowMissing difference);

        R on(RowDiffers difference);

        R on(PortDiffers difference);

        R on(PonPortDiffers difference);

        R on(IdentityDiffers difference);

        R on(SearchDiffers difference);

        R on(WorkMissing difference);

        R on(WorkWithoutContract difference);

        R on(CommandDiffers difference);
    }

    /**
     * The events of a contract that has a row cannot be replayed: none is there, one is missing, or one cannot be read.
     *
     * @param contract whose they are
     * @param reason what is wrong
     */
    record EventsBroken(ContractId contract, String reason) implements Difference {
        @Override
        public String message() {
            return "the events of contract " + contract + " cannot be replayed: " + reason;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * There are events, but no row.
     *
     * @param contract whose events they are
     */
    record RowMissing(ContractId contract) implements Difference {
        @Override
        public String message() {
            return "contract " + contract + " has events but no row";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The row says something else than the events.
     *
     * @param contract whose row it is
     * @param fields the columns, or the components of {@link io.silverdata.contract.model.ContractSnapshot}, that differ
     */
    record RowDiffers(ContractId contract, List<String> fields) implements Difference {
        public RowDiffers {
            fields = List.copyOf(fields);
        }

        @Override
        public String message() {
            return "the row of contract " + contract + " differs from its events in " + String.join(", ", fields);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A splitter output is not claimed as the contract's events say.
     *
     * @param contract whose claim it is or should be
     * @param port which
     * @param found the claim of that contract in the plant, if any
     * @param expected the claim that its events make, if any
     */
    record PortDiffers(
            ContractId contract, SplitterOutputId port, Optional<PortClaim> found, Optional<PortClaim> expected)
            implements Difference {
        @Override
        public String message() {
            return "contract " + contract + " has on " + port + " " + text(found) + " and should have "
                    + text(expected);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        private static String text(Optional<PortClaim> claim) {
            return claim.map(made -> "the claim " + made.state()
                            + made.until().map(end -> " until " + end).orElse(""))
                    .orElse("no claim");
        }
    }

    /**
     * The plant has an output on another PON port than the line or the reservation of its contract. OLTs serve the ONU where the contract
     * says, so a device may be told of the wrong PON port. While a plant move is under way, this is so between the splice and the
     * turn of the contract; otherwise the plant, or the contract, is to be corrected.
     *
     * @param contract whose output it is
     * @param output which
     * @param plant where the plant has it
     * @param contracted where the contract has it
     */
    record PonPortDiffers(ContractId contract, SplitterOutputId output, PonPortId plant, PonPortId contracted)
            implements Difference {
        @Override
        public String message() {
            return "the plant has " + output + " on " + plant + ", and contract " + contract + " has it on "
                    + contracted;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * An ONU, a login or a network is not noted as the contract's as its events say.
     *
     * @param contract whose it is or should be
     * @param kind of what
     * @param value the serial, the login, or the first and the last address in the form of {@link io.silverdata.contract.model.IpPrefix#first()}
     * @param expected whether the contract should hold it; it is noted exactly if it should not
     */
    record IdentityDiffers(ContractId contract, Kind kind, String value, boolean expected) implements Difference {
        /** What there can be only one of. */
        public enum Kind {
            /** The serial of an ONU. */
            ONU,
            /** A RADIUS login. */
            LOGIN,
            /** A network, by its first and last address. */
            NETWORK
        }

        @Override
        public String message() {
            return "contract " + contract + (expected ? " should hold " : " should not hold ") + kind + " " + value;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A table that contracts are found by says something else than the events, so that queries and lists are wrong about the contract.
     *
     * @param contract whose rows they are
     * @param table {@code agreement}, {@code service}, {@code flag} or {@code attribute}
     */
    record SearchDiffers(ContractId contract, String table) implements Difference {
        @Override
        public String message() {
            return "what contract " + contract + " is found by differs from its events in table " + table;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The network is not in sync with the contract, and the work queue has no row for it.
     *
     * @param contract which
     */
    record WorkMissing(ContractId contract) implements Difference {
        @Override
        public String message() {
            return "contract " + contract + " is to be delivered but has no work row";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A work row names a contract that does not exist.
     *
     * @param contract which
     */
    record WorkWithoutContract(ContractId contract) implements Difference {
        @Override
        public String message() {
            return "a work row names contract " + contract + ", which does not exist";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A remembered command names a contract that does not exist, or a version that it has not reached.
     *
     * @param contract that it names
     * @param key under which it was given
     * @param versionAfter that it names
     */
    record CommandDiffers(ContractId contract, IdempotencyKey key, long versionAfter) implements Difference {
        @Override
        public String message() {
            return "the command under key " + key + " brought contract " + contract + " to version " + versionAfter
                    + ", which it never had";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
