@NullMarked
package io.silverdata.contract.examples.console.sell;

import org.jspecify.annotations.NullMarked;
