/** Half of a circle. */
@NullMarked
package io.silverdata.contract.spring.arch.seeded.two;

import org.jspecify.annotations.NullMarked;
