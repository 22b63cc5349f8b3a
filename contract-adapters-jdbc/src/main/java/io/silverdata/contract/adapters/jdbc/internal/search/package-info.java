/** Queries as SQL. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.search;

import org.jspecify.annotations.NullMarked;
