/** Breaks the rules, so that each is seen to find something. */
@NullMarked
package io.silverdata.contract.micrometer.arch.seeded;

import org.jspecify.annotations.NullMarked;
