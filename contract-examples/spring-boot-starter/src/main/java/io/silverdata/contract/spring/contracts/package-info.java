/** {@code Contracts} from the application's ports and properties. */
@NullMarked
package io.silverdata.contract.spring.contracts;

import org.jspecify.annotations.NullMarked;
