/** Tests. */
@NullMarked
package io.silverdata.contract.adapters.radius.credential;

import org.jspecify.annotations.NullMarked;
