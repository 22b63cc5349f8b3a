/** Units of work as transactions: statements, deferred writes, and what a failure of the database means. Everything below builds on it. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.session;

import org.jspecify.annotations.NullMarked;
