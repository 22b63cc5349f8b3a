/** Properties and beans that are missing or cannot be used, and how the application is told before it starts. */
@NullMarked
package io.silverdata.contract.spring.property;

import org.jspecify.annotations.NullMarked;
