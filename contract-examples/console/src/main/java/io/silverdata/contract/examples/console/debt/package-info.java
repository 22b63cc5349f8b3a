/** The screen Debt: what the collection of debt would do to each contract and why, and its run within limits. */
@NullMarked
package io.silverdata.contract.examples.console.debt;

import org.jspecify.annotations.NullMarked;
