/** Rules for the packages of the module. */
@NullMarked
package io.silverdata.contract.examples.year.arch;

import org.jspecify.annotations.NullMarked;
