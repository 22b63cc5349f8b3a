/**
 * Huawei SmartAX OLTs (MA5600T, MA5603T, MA5608T, MA5680T, MA5800) by HUAWEI-XPON-MIB and HUAWEI-ETHERLIKE-EXT-MIB.
 */
@NullMarked
package io.silverdata.contract.adapters.olt.huawei;

import org.jspecify.annotations.NullMarked;
