/** The binding to Jackson 3, for hosts that have it: Spring Boot 4. */
@NullMarked
package io.silverdata.contract.json.jackson3;

import org.jspecify.annotations.NullMarked;
