/** Tests of this driver. */
@NullMarked
package io.silverdata.contract.adapters.olt.huawei;

import org.jspecify.annotations.NullMarked;
