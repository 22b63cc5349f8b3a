/** What transactions of this adapter promise, and how databases fail. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.session;

import org.jspecify.annotations.NullMarked;
