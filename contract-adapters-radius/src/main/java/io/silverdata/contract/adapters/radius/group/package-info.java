/** The groups of plans and of suspended subscribers, which FreeRADIUS answers logins from. */
@NullMarked
package io.silverdata.contract.adapters.radius.group;

import org.jspecify.annotations.NullMarked;
