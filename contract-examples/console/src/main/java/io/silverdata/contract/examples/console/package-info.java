/** A web console for a provider's staff, on the Spring Boot starter as any host would use it. */
@NullMarked
package io.silverdata.contract.examples.console;

import org.jspecify.annotations.NullMarked;
