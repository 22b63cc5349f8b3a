/**
 * How commands are carried out and deliveries made. <strong>Not for use from outside</strong>: not exported, and changes
 * without notice.
 */
@NullMarked
package io.silverdata.contract.internal;

import org.jspecify.annotations.NullMarked;
