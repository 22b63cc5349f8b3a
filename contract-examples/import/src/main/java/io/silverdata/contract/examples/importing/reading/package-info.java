/** Reads the export of another system by a mapping file; what is wrong with a row is a value, and the other rows stay. */
@NullMarked
package io.silverdata.contract.examples.importing.reading;

import org.jspecify.annotations.NullMarked;
