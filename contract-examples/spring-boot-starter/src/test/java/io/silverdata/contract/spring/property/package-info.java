/** Properties that are refused, and that all are documented. */
@NullMarked
package io.silverdata.contract.spring.property;

import org.jspecify.annotations.NullMarked;
