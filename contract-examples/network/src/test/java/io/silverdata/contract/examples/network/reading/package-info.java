/** Tests of reading CSV files. */
@NullMarked
package io.silverdata.contract.examples.network.reading;

import org.jspecify.annotations.NullMarked;
