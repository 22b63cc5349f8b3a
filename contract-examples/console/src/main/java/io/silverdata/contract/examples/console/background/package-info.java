/** Runs over many contracts that go on in the background while people look at other pages. */
@NullMarked
package io.silverdata.contract.examples.console.background;

import org.jspecify.annotations.NullMarked;
