/** What devices say at this moment: ONUs by their OLT, sessions by RADIUS. */
@NullMarked
package io.silverdata.contract.examples.console.device;

import org.jspecify.annotations.NullMarked;
