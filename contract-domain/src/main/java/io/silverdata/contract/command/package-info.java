/**
 * What a caller passes to a command of {@link io.silverdata.contract.Contracts}, and what the command returns. Immutable values.
 */
@NullMarked
package io.silverdata.contract.command;

import org.jspecify.annotations.NullMarked;
