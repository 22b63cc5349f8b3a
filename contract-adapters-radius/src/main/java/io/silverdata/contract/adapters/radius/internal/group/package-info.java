/** The rows of groups: what they must say, whether they say it, and how they are written. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal.group;

import org.jspecify.annotations.NullMarked;
