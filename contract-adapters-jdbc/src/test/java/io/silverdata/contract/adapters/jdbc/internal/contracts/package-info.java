/** Contracts and events that several write at once. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.contracts;

import org.jspecify.annotations.NullMarked;
