/** What goes wrong between the library and its devices, and how it is repaired. */
@NullMarked
package io.silverdata.contract.examples.year.faults;

import org.jspecify.annotations.NullMarked;
