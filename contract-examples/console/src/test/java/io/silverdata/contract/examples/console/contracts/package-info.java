@NullMarked
package io.silverdata.contract.examples.console.contracts;

import org.jspecify.annotations.NullMarked;
