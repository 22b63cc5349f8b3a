/**
 * Every port, in memory: for a first try, for examples and for the tests of hosts. Complete and thread-safe; what is in it
 * is gone when the process ends.
 */
@NullMarked
package io.silverdata.contract.memory;

import org.jspecify.annotations.NullMarked;
