/** The tables of the reports. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.reports;

import org.jspecify.annotations.NullMarked;
