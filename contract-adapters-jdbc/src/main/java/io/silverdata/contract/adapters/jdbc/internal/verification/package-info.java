/** Compares what events say with everything that is kept beside them. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.verification;

import org.jspecify.annotations.NullMarked;
