/** The passwords of logins: where new ones come from, and how they are written. */
@NullMarked
package io.silverdata.contract.adapters.radius.credential;

import org.jspecify.annotations.NullMarked;
