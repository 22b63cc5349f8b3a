/** Splitter outputs and the search for them. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.plant;

import org.jspecify.annotations.NullMarked;
