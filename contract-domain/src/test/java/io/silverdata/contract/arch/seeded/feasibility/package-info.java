/** Breaks rules on purpose; see {@code HexagonTest}. */
@NullMarked
package io.silverdata.contract.arch.seeded.feasibility;

import org.jspecify.annotations.NullMarked;
