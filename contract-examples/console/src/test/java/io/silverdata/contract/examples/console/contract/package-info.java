@NullMarked
package io.silverdata.contract.examples.console.contract;

import org.jspecify.annotations.NullMarked;
