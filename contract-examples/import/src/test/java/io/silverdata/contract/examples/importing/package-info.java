/** Tests of the import program. */
@NullMarked
package io.silverdata.contract.examples.importing;

import org.jspecify.annotations.NullMarked;
