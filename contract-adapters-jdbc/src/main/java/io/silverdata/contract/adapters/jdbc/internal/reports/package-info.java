/** The tables of the reports: how they are kept in step with the events, and what they answer. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.reports;

import org.jspecify.annotations.NullMarked;
