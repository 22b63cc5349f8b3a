/** The client of dynamic authorization beside radclient and the client of tinyradius. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.radius;

import org.jspecify.annotations.NullMarked;
