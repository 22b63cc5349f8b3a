/** Selling: whether an address can be served, a reservation, a contract. */
@NullMarked
package io.silverdata.contract.examples.console.sell;

import org.jspecify.annotations.NullMarked;
