package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.reaching;

import io.silverdata.contract.internal.transaction.Transactions;

final class ReachesIntoTheDomain {
    int reach(Transactions transactions) {
        return transactions.hashCode();
    }
}
