/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.access;

import org.jspecify.annotations.NullMarked;
