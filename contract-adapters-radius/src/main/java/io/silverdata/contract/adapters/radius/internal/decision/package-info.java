/** What FreeRADIUS makes of the rows of a login and its groups: the walk of its module {@code rlm_sql}, as a pure function. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.decision;

import org.jspecify.annotations.NullMarked;
