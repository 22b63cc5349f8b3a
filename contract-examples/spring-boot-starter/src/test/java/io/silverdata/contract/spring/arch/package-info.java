/** The rules of the starter. */
@NullMarked
package io.silverdata.contract.spring.arch;

import org.jspecify.annotations.NullMarked;
