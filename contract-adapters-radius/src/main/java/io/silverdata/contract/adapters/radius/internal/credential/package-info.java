/** Makes the password row of a new login. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.credential;

import org.jspecify.annotations.NullMarked;
