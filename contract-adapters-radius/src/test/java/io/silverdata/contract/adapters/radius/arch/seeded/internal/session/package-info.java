/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.seeded.internal.session;

import org.jspecify.annotations.NullMarked;
