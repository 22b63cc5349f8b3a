/** Half of a circle. */
@NullMarked
package io.silverdata.contract.spring.arch.seeded.one;

import org.jspecify.annotations.NullMarked;
