@NullMarked
package io.silverdata.contract.examples.console.install;

import org.jspecify.annotations.NullMarked;
