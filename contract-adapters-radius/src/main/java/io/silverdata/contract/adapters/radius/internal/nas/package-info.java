/** Finds the NAS of a session. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.nas;

import org.jspecify.annotations.NullMarked;
