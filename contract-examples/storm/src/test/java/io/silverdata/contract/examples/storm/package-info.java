/** The whole path under faults: processes of workers, databases and devices that are killed, cut off and restarted. */
@NullMarked
package io.silverdata.contract.examples.storm;

import org.jspecify.annotations.NullMarked;
