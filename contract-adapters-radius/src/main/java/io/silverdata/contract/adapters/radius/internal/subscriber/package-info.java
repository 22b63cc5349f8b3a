/** The rows of logins: read, compared and written. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.subscriber;

import org.jspecify.annotations.NullMarked;
