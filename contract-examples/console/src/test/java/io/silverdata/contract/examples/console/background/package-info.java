@NullMarked
package io.silverdata.contract.examples.console.background;

import org.jspecify.annotations.NullMarked;
