/** Tests of the way of a command. */
@NullMarked
package io.silverdata.contract.internal.command;

import org.jspecify.annotations.NullMarked;
