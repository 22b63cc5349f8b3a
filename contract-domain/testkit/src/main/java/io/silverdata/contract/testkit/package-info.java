/** Kits for the authors of adapters: each port's contract as tests, and what they need to run. */
@NullMarked
package io.silverdata.contract.testkit;

import org.jspecify.annotations.NullMarked;
