/** The databases that are known. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
