@NullMarked
package io.silverdata.contract.examples.console.debt;

import org.jspecify.annotations.NullMarked;
