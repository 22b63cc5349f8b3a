/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.subscriber;

import org.jspecify.annotations.NullMarked;
