/** What is metered. */
@NullMarked
package io.silverdata.contract.micrometer;

import org.jspecify.annotations.NullMarked;
