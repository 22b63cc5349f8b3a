/**
 * The contract of a fibre subscriber and everything it is made of: an immutable aggregate, the commands it takes, the
 * events that tell what happened, and the typed refusals.
 *
 * <p>Everything here is a pure function of its arguments: no clock, no randomness, no input or output, no logging. All
 * types are immutable and safe for use by any number of threads.
 */
@NullMarked
package io.silverdata.contract.model;

import org.jspecify.annotations.NullMarked;
