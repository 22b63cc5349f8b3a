/** The RADIUS side of the contract library: FreeRADIUS' tables and dynamic authorization (RFC 5176). */
@NullMarked
package io.silverdata.contract.adapters.radius;

import org.jspecify.annotations.NullMarked;
