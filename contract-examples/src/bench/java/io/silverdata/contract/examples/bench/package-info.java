/** The library's state machine beside four others, measured in one run. Profile {@code bench}. */
@NullMarked
package io.silverdata.contract.examples.bench;

import org.jspecify.annotations.NullMarked;
