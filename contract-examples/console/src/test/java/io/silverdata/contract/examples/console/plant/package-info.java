@NullMarked
package io.silverdata.contract.examples.console.plant;

import org.jspecify.annotations.NullMarked;
