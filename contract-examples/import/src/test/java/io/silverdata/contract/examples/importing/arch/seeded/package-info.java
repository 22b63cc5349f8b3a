/** Breaks a rule on purpose. */
@NullMarked
package io.silverdata.contract.examples.importing.arch.seeded;

import org.jspecify.annotations.NullMarked;
