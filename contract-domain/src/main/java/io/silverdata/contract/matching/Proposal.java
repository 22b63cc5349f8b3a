package io.silverdata.contract.matching;

import io.silverdata.contract.model.ContractId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Two things that may belong together. Immutable. */
public sealed interface Proposal {

    /** Why, at least one. */
    Set<Reason> reasons();

    /** How far it can be trusted. */
    Confidence confidence();

    /**
     * An ONU without a contract may be that of a contract whose own is registered nowhere.
     *
     * @param contract the contract
     * @param onu the ONU
     * @param reasons why
     * @param confidence how far it can be trusted
     */
    record OnuOfContract(ContractId contract, SeenOnu onu, Set<Reason> reasons, Confidence confidence)
            implements Proposal {
        public OnuOfContract {
            Objects.requireNonNull(contract, "contract");
            Objects.requireNonNull(onu, "onu");
            reasons = ordered(reasons);
            Objects.requireNonNull(confidence, "confidence");
        }
    }

    /**
     * A login without a contract may be that of a contract whose own RADIUS does not have.
     *
     * @param contract the contract
     * @param login the login
     * @param reasons why
     * @param confidence how far it can be trusted
     */
    record LoginOfContract(ContractId contract, SeenLogin login, Set<Reason> reasons, Confidence confidence)
            implements Proposal {
        public LoginOfContract {
            Objects.requireNonNull(contract, "contract");
            Objects.requireNonNull(login, "login");
            reasons = ordered(reasons);
            Objects.requireNonNull(confidence, "confidence");
        }
    }

    /**
     * An ONU and a login without a contract may be of one subscriber, who has none here.
     *
     * @param onu the ONU
     * @param login the login
     * @param reasons why
     * @param confidence how far it can be trusted
     */
    record OnuAndLogin(SeenOnu onu, SeenLogin login, Set<Reason> reasons, Confidence confidence) implements Proposal {
        public OnuAndLogin {
            Objects.requireNonNull(onu, "onu");
            Objects.requireNonNull(login, "login");
            reasons = ordered(reasons);
            Objects.requireNonNull(confidence, "confidence");
        }
    }

    private static Set<Reason> ordered(Set<Reason> reasons) {
        return Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }
}
