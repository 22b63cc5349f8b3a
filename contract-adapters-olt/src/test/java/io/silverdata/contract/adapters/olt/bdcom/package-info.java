/** BDCOM GP36xx. */
@NullMarked
package io.silverdata.contract.adapters.olt.bdcom;

import org.jspecify.annotations.NullMarked;
