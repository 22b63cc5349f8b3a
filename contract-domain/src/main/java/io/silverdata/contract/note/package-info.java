/** Notes of people on contracts, kept apart from what happened to them. */
@NullMarked
package io.silverdata.contract.note;

import org.jspecify.annotations.NullMarked;
