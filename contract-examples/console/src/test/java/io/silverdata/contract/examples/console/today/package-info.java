@NullMarked
package io.silverdata.contract.examples.console.today;

import org.jspecify.annotations.NullMarked;
