/** Health, meters and an endpoint. */
@NullMarked
package io.silverdata.contract.spring.actuate;

import org.jspecify.annotations.NullMarked;
