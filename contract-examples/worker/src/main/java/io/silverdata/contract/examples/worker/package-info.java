/** A process that provisions the network until it is stopped. */
@NullMarked
package io.silverdata.contract.examples.worker;

import org.jspecify.annotations.NullMarked;
