/** The NASes: which sessions are theirs, and where they take requests. */
@NullMarked
package io.silverdata.contract.adapters.radius.nas;

import org.jspecify.annotations.NullMarked;
