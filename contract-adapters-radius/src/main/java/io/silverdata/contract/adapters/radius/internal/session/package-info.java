/** Reads open sessions from accounting, and changes or closes them at their NASes. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.session;

import org.jspecify.annotations.NullMarked;
