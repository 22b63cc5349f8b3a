/** The binding to Jackson 2, for hosts that have it: Spring Boot 3. */
@NullMarked
package io.silverdata.contract.json.jackson2;

import org.jspecify.annotations.NullMarked;
