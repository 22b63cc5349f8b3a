@NullMarked
package io.silverdata.contract.examples.console.moves;

import org.jspecify.annotations.NullMarked;
