package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.Optional;

/**
 * How the transactions of a storage are begun.
 *
 * @param isolation that is set for each, of {@link java.sql.Connection}; TRANSACTION_NONE where connections come with the right one
 * @param file that has one writer at a time, and is written through after each commit; empty if none has
 */
public record TransactionRules(int isolation, Optional<H2File> file) {}
