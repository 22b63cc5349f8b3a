/** Reads CSV files, that of a plant among them; what is wrong with a row is reported, and the other rows stay. */
@NullMarked
package io.silverdata.contract.examples.network.reading;

import org.jspecify.annotations.NullMarked;
