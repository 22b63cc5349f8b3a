/** The JSON that the tables hold. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.json;

import org.jspecify.annotations.NullMarked;
