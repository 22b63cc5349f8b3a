/** What the program prints and writes for finance, for the NOC and for the correction of rows. */
@NullMarked
package io.silverdata.contract.examples.importing.report;

import org.jspecify.annotations.NullMarked;
