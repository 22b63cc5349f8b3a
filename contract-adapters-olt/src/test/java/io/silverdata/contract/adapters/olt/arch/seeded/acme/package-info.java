/** A make whose driver breaks rules. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import org.jspecify.annotations.NullMarked;
