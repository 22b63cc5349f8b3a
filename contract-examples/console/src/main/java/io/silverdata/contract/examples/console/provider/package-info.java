/** The provider behind the console: customers, plans, debts, and a demo with a network of its own. */
@NullMarked
package io.silverdata.contract.examples.console.provider;

import org.jspecify.annotations.NullMarked;
