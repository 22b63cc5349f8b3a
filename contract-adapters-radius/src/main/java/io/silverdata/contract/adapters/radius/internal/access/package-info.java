/** Delivers and observes the access of a subscriber: rows first, then sessions. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.access;

import org.jspecify.annotations.NullMarked;
