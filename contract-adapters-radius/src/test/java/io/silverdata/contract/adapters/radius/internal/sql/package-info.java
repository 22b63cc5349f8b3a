/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.sql;

import org.jspecify.annotations.NullMarked;
