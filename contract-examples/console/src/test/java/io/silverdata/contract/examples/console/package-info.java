@NullMarked
package io.silverdata.contract.examples.console;

import org.jspecify.annotations.NullMarked;
