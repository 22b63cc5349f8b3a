/** The import program: the command and its options. */
@NullMarked
package io.silverdata.contract.examples.importing;

import org.jspecify.annotations.NullMarked;
