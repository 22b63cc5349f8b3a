/** What the domain asks of lines: provision, remove, observe, take inventory; with read-back, rollback and dry run. */
@NullMarked
package io.silverdata.contract.adapters.olt.internal.line;

import org.jspecify.annotations.NullMarked;
