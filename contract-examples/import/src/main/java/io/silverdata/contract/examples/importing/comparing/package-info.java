/** Reads what OLTs and RADIUS have, compares it with the contracts, and writes down what nobody has a contract for, and what may belong together. */
@NullMarked
package io.silverdata.contract.examples.importing.comparing;

import org.jspecify.annotations.NullMarked;
