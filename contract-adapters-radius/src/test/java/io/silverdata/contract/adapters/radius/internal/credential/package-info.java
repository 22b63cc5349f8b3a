/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.credential;

import org.jspecify.annotations.NullMarked;
