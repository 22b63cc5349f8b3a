/** Not exported: what several packages of this module need. */
@NullMarked
package io.silverdata.contract.adapters.radius.internal;

import org.jspecify.annotations.NullMarked;
