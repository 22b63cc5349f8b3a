/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.group;

import org.jspecify.annotations.NullMarked;
