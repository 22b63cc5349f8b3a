/** Attributes fit their kind, and are those of FreeRADIUS' dictionary. */
@NullMarked
package io.silverdata.contract.adapters.radius.attribute;

import org.jspecify.annotations.NullMarked;
