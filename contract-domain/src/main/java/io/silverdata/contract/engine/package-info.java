/**
 * How a command on a contract is decided, as a pure function. For authors of adapters, simulations and tests: a host gives its
 * commands to {@code Contracts}, which decides them here, and never needs this package.
 */
@NullMarked
package io.silverdata.contract.engine;

import org.jspecify.annotations.NullMarked;
