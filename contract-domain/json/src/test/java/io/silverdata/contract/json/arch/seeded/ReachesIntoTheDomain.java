package io.silverdata.contract.json.arch.seeded;

import io.silverdata.contract.internal.transaction.Transactions;

final class ReachesIntoTheDomain {
    int reach(Transactions transactions) {
        return transactions.hashCode();
    }
}
