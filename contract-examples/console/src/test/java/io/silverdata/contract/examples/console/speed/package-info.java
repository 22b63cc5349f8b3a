/** How long pages take beside their queries: a benchmark, run by hand. */
@NullMarked
package io.silverdata.contract.examples.console.speed;

import org.jspecify.annotations.NullMarked;
