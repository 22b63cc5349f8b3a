package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.reaching;

import io.silverdata.contract.internal.Transactions;

final class ReachesIntoTheDomain {
    boolean reaches(Transactions transactions) {
        return transactions.isActive();
    }
}
