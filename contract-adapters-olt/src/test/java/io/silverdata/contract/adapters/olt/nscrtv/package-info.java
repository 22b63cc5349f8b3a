/** OLTs that follow the GPON MIB of NSCRTV, the Chinese broadcast network: C-Data FD16xx and many that are sold under other names. */
@NullMarked
package io.silverdata.contract.adapters.olt.nscrtv;

import org.jspecify.annotations.NullMarked;
