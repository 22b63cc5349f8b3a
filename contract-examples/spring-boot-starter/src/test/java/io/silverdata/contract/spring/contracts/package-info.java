/** How contracts are wired. */
@NullMarked
package io.silverdata.contract.spring.contracts;

import org.jspecify.annotations.NullMarked;
