/** What is written as JSON, and comes back. */
@NullMarked
package io.silverdata.contract.json;

import org.jspecify.annotations.NullMarked;
