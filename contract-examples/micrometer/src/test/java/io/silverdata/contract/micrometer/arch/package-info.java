/** The rules of the module. */
@NullMarked
package io.silverdata.contract.micrometer.arch;

import org.jspecify.annotations.NullMarked;
