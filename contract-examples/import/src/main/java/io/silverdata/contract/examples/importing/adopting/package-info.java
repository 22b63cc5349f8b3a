/** Adopts the rows that were read, or tries to and takes it back. */
@NullMarked
package io.silverdata.contract.examples.importing.adopting;

import org.jspecify.annotations.NullMarked;
