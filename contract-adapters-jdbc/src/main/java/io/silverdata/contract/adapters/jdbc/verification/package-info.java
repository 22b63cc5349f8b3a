/** What a verification is asked and finds. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.verification;

import org.jspecify.annotations.NullMarked;
