/** Contracts, their events, and the commands that came with a key. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.contracts;

import org.jspecify.annotations.NullMarked;
