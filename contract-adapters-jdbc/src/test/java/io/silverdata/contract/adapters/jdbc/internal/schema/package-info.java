/** Checks before a storage begins. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.schema;

import org.jspecify.annotations.NullMarked;
