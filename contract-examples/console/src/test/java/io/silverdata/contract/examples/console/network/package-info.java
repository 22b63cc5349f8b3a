@NullMarked
package io.silverdata.contract.examples.console.network;

import org.jspecify.annotations.NullMarked;
