/** The plant as an operator looks at it: OLTs, PON ports, splitters and outputs with who has them, and the removal of what is not needed. */
@NullMarked
package io.silverdata.contract.plant;

import org.jspecify.annotations.NullMarked;
