/** Runs over many contracts: bulk commands, audits, the collection of debt. A host begins with {@link ContractRuns}. */
@NullMarked
package io.silverdata.contract.runs;

import org.jspecify.annotations.NullMarked;
