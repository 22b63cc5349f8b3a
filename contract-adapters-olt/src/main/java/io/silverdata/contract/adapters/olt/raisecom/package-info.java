/** Raisecom ISCOM5508 and ISCOM6820 with GPON cards. */
@NullMarked
package io.silverdata.contract.adapters.olt.raisecom;

import org.jspecify.annotations.NullMarked;
