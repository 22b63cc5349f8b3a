/** Breaks rules on purpose; see {@code HexagonTest}. */
@NullMarked
package io.silverdata.contract.arch.seeded.internal;

import org.jspecify.annotations.NullMarked;
