/** Workers on the tables. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.work;

import org.jspecify.annotations.NullMarked;
