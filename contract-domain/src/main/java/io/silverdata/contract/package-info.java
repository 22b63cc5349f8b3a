/**
 * The life of a fibre subscriber's contract. {@link io.silverdata.contract.Contracts} is where a host begins.
 */
@NullMarked
package io.silverdata.contract;

import org.jspecify.annotations.NullMarked;
