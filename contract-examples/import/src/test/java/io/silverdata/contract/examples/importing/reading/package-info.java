/** Tests of reading exports. */
@NullMarked
package io.silverdata.contract.examples.importing.reading;

import org.jspecify.annotations.NullMarked;
