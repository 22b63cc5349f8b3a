/** Databases, servers and a shop for the tests of this adapter. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.testing;

import org.jspecify.annotations.NullMarked;
