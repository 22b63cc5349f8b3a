/** What is different on Spring Boot 3.5. */
@NullMarked
package io.silverdata.contract.examples.springboot3;

import org.jspecify.annotations.NullMarked;
