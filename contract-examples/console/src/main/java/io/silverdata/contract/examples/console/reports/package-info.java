/** Figures of months, which several screens show. */
@NullMarked
package io.silverdata.contract.examples.console.reports;

import org.jspecify.annotations.NullMarked;
