/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal;

import org.jspecify.annotations.NullMarked;
