@NullMarked
package io.silverdata.contract.examples.customdriver;

import org.jspecify.annotations.NullMarked;
