/** RADIUS attributes: the ones this library uses, by name and by number, and values that fit their kind. */
@NullMarked
package io.silverdata.contract.adapters.radius.attribute;

import org.jspecify.annotations.NullMarked;
