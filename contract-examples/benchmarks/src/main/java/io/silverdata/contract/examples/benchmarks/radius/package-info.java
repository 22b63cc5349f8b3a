/**
 * The client of dynamic authorization beside radclient and the client of tinyradius, in pairs of rounds. Profile {@code bench}.
 */
@NullMarked
package io.silverdata.contract.examples.benchmarks.radius;

import org.jspecify.annotations.NullMarked;
