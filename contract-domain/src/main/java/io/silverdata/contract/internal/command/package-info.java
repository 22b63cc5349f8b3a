/** The way of a command: begin, replay, load, resolve, decide, persist, report. */
@NullMarked
package io.silverdata.contract.internal.command;

import org.jspecify.annotations.NullMarked;
