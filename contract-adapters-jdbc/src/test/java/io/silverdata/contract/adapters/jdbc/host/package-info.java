/** Commands inside transactions of a host. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.host;

import org.jspecify.annotations.NullMarked;
