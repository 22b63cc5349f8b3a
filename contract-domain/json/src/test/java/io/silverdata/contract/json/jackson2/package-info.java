/** The binding to Jackson 2. */
@NullMarked
package io.silverdata.contract.json.jackson2;

import org.jspecify.annotations.NullMarked;
