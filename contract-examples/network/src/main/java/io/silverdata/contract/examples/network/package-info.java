/** The network behind the example programs: in memory, simulated over real UDP, or real. */
@NullMarked
package io.silverdata.contract.examples.network;

import org.jspecify.annotations.NullMarked;
