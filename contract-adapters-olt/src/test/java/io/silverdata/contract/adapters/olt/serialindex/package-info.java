/** A make whose table of ONUs is indexed by slot and serial number, that has no {@code ifName} and tells no cause of going down. */
@NullMarked
package io.silverdata.contract.adapters.olt.serialindex;

import org.jspecify.annotations.NullMarked;
