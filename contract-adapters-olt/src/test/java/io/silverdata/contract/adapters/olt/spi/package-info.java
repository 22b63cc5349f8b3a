/** Tests of the SPI's values. */
@NullMarked
package io.silverdata.contract.adapters.olt.spi;

import org.jspecify.annotations.NullMarked;
