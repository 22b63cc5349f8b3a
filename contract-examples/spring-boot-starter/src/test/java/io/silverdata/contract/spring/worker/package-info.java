/** The worker's life. */
@NullMarked
package io.silverdata.contract.spring.worker;

import org.jspecify.annotations.NullMarked;
