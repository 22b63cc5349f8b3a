package io.silverdata.contract.model;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is written to while another system runs the same network, and what is only observed. A contract is written to on a device unless
 * one of the two is {@link WriteMode#OBSERVE}; then, if one of the two is {@link WriteMode#WRITE}; else, as is said of everything. As long as
 * nobody says anything, everything is written. Immutable.
 *
 * @param revision of the last {@link CoexistenceChange}; 0 if there was none
 * @param everything what is done with that of which nothing else is said: WRITE or OBSERVE
 * @param others the modes of single OLTs, of RADIUS and of single contracts: WRITE or OBSERVE
 */
public record Coexistence(long revision, WriteMode everything, Map<WriteScope, WriteMode> others) {
    /** Nobody has ever switched anything: everything is written. */
    public static final Coexistence NONE = new Coexistence(0, WriteMode.WRITE, Map.of());

    /** Of how many OLTs and contracts something may be said at once. */
    public static final int MOST_OTHERS = 20_000;

    public Coexistence {
        Rule.range("revision", revision, 0, Long.MAX_VALUE);
        Objects.requireNonNull(everything, "everything");
        others = ImmutableMap.copyOf(others);
    }

    /** Whether a contract is written to on a device. Without a contract: whether that is written to which belongs to none. */
    public boolean writes(WriteScope device, Optional<ContractId> contract) {
        Optional<WriteMode> ofDevice = Optional.ofNullable(others.get(device));
        Optional<WriteMode> ofContract =
                contract.flatMap(id -> Optional.ofNullable(others.get(new WriteScope.OfContract(id))));
        if (is(ofDevice, WriteMode.OBSERVE) || is(ofContract, WriteMode.OBSERVE)) {
            return false;
        }
        return everything == WriteMode.WRITE || ofDevice.isPresent() || ofContract.isPresent();
    }

    /** Whether anything at all is not written to. */
    public boolean isInUse() {
        return everything == WriteMode.OBSERVE || others.containsValue(WriteMode.OBSERVE);
    }

    /** What it is after a change. */
    public Coexistence with(CoexistenceChange change) {
        return after(change.revision(), change.mode(), change.scopes());
    }

    /** What it would be after a switch. */
    public Coexistence after(WriteSwitch wanted) {
        return after(revision + 1, wanted.mode(), wanted.scopes());
    }

    /** Whether the same is written to. */
    public boolean isLike(Coexistence other) {
        return everything == other.everything && others.equals(other.others);
    }

    private Coexistence after(long next, WriteMode mode, Set<WriteScope> scopes) {
        if (scopes.contains(new WriteScope.Everything())) {
            return new Coexistence(next, mode, Map.of());
        }
        Map<WriteScope, WriteMode> changed = new HashMap<>(others);
        for (WriteScope scope : scopes) {
            if (mode == WriteMode.AS_EVERYTHING) {
                changed.remove(scope);
            } else {
                changed.put(scope, mode);
            }
        }
        return new Coexistence(next, everything, changed);
    }

    private static boolean is(Optional<WriteMode> said, WriteMode mode) {
        return said.filter(one -> one == mode).isPresent();
    }
}
