/** The console while it runs, and a browser to look at it. */
@NullMarked
package io.silverdata.contract.examples.console.support;

import org.jspecify.annotations.NullMarked;
