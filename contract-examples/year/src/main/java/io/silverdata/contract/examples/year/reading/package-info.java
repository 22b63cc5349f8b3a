/** Reads the orders from a CSV file; what is wrong with a row is reported, and the other rows stay. */
@NullMarked
package io.silverdata.contract.examples.year.reading;

import org.jspecify.annotations.NullMarked;
