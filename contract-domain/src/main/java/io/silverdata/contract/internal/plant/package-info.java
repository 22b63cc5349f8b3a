/** What people see of the plant, joined with the contracts. */
@NullMarked
package io.silverdata.contract.internal.plant;

import org.jspecify.annotations.NullMarked;
