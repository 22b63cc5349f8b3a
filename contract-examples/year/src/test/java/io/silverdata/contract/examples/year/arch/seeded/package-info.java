/** Breaks a rule on purpose. */
@NullMarked
package io.silverdata.contract.examples.year.arch.seeded;

import org.jspecify.annotations.NullMarked;
