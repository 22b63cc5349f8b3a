/** Hosts and databases that are killed in the middle of their work. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.crash;

import org.jspecify.annotations.NullMarked;
