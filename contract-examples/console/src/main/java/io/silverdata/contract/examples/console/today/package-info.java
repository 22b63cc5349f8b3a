/** The first screen: contracts, queue, devices and figures at a glance. */
@NullMarked
package io.silverdata.contract.examples.console.today;

import org.jspecify.annotations.NullMarked;
