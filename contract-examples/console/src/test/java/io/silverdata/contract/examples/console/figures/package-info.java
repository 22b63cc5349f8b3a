@NullMarked
package io.silverdata.contract.examples.console.figures;

import org.jspecify.annotations.NullMarked;
