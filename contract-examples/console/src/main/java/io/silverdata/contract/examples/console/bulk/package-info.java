/** The screen Bulk: one command on every contract of a query, looked at first, then run within limits. */
@NullMarked
package io.silverdata.contract.examples.console.bulk;

import org.jspecify.annotations.NullMarked;
