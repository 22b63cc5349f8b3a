/** Properties of what drivers are made of. */
@NullMarked
package io.silverdata.contract.adapters.olt.spi;

import org.jspecify.annotations.NullMarked;
