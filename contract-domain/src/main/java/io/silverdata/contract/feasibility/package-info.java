/**
 * Whether an address can be served, from which splitter, and how much light would reach the ONU there. Pure functions of
 * what the plant knows; the parameters are the operator's. All types are immutable and safe for use by any number of
 * threads.
 *
 * <p>What is not known is never taken for good: an open question makes a splitter {@link
 * io.silverdata.contract.model.Verdict#UNKNOWN}.
 */
@NullMarked
package io.silverdata.contract.feasibility;

import org.jspecify.annotations.NullMarked;
