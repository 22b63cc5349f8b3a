/** Transactions on FreeRADIUS' database, and in what the databases differ. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.sql;

import org.jspecify.annotations.NullMarked;
