/** The application of README.md. */
@NullMarked
package io.silverdata.contract.spring.tenlines;

import org.jspecify.annotations.NullMarked;
