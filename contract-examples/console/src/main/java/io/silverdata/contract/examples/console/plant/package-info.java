/** The screen Plant: OLTs, PON ports, trees of splitters and their outputs, how full they are, and what is in service. */
@NullMarked
package io.silverdata.contract.examples.console.plant;

import org.jspecify.annotations.NullMarked;
