@NullMarked
package io.silverdata.contract.examples.console.bulk;

import org.jspecify.annotations.NullMarked;
