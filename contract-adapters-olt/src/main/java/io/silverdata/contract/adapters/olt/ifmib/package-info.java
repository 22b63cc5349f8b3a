/** Ports of any OLT by the IF-MIB (RFC 2863), for makes without a driver of their own. Knows no ONUs. */
@NullMarked
package io.silverdata.contract.adapters.olt.ifmib;

import org.jspecify.annotations.NullMarked;
