/** The binding to Jackson 3. */
@NullMarked
package io.silverdata.contract.json.jackson3;

import org.jspecify.annotations.NullMarked;
