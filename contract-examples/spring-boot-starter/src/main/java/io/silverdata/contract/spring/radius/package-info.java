/** RADIUS from properties. */
@NullMarked
package io.silverdata.contract.spring.radius;

import org.jspecify.annotations.NullMarked;
