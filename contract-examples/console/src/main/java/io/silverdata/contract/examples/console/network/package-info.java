/** The screen Network: the work queue and its problems, devices, audits and what they found, and the removal of extras. */
@NullMarked
package io.silverdata.contract.examples.console.network;

import org.jspecify.annotations.NullMarked;
