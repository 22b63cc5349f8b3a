/**
 * Every port through which the domain drives the world: storage, the two sides of the network, and what the host knows.
 *
 * <p>Each port has a kit in the test artifact, package {@code io.silverdata.contract.testkit}; an adapter that passes it can be
 * used. What a port's Javadoc says with "must" is a test in its kit.
 */
@NullMarked
package io.silverdata.contract.spi;

import org.jspecify.annotations.NullMarked;
