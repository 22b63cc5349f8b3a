/** A process that delivers what contracts want to the network, until it is told to stop. */
@NullMarked
package io.silverdata.contract.examples.worker;

import org.jspecify.annotations.NullMarked;
