/** In place of another adapter. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.elsewhere;

import org.jspecify.annotations.NullMarked;
