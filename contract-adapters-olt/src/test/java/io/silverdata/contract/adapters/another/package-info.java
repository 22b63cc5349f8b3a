/** Stands for another adapter, so that the rule against knowing one is seen to find it. */
@NullMarked
package io.silverdata.contract.adapters.another;

import org.jspecify.annotations.NullMarked;
