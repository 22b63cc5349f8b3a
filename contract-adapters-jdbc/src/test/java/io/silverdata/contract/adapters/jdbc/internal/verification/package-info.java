/** The verification on damaged tables. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.verification;

import org.jspecify.annotations.NullMarked;
