/** Units of work, and how a decision is written in one. */
@NullMarked
package io.silverdata.contract.internal.transaction;

import org.jspecify.annotations.NullMarked;
