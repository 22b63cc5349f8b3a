/** One contract: what is agreed, what the network does about it, what happened, and a form for each command. */
@NullMarked
package io.silverdata.contract.examples.console.contract;

import org.jspecify.annotations.NullMarked;
