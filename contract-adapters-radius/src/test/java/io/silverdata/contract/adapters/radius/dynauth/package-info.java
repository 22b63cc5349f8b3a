/** The client of dynamic authorization, against a NAS in this process and real ones. */
@NullMarked
package io.silverdata.contract.adapters.radius.dynauth;

import org.jspecify.annotations.NullMarked;
