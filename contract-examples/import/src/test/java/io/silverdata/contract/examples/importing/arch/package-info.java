/** Rules for the packages of the module. */
@NullMarked
package io.silverdata.contract.examples.importing.arch;

import org.jspecify.annotations.NullMarked;
