/** The smallest make there can be: its device and kit test are the example of the kit's Javadoc, and broken drivers of it fail the kit. */
@NullMarked
package io.silverdata.contract.adapters.olt.minimal;

import org.jspecify.annotations.NullMarked;
