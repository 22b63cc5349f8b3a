/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.session;

import org.jspecify.annotations.NullMarked;
