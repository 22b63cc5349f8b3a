/** What the year came to: printed tables and bars, files, and whether the network equals the contracts. */
@NullMarked
package io.silverdata.contract.examples.year.report;

import org.jspecify.annotations.NullMarked;
