/**
 * Deterministic simulation of deliveries: workers, hosts, the storage and the network under one seeded scheduler and a virtual clock.
 * Begin with {@link io.silverdata.contract.testkit.simulation.Simulation}.
 */
@NullMarked
package io.silverdata.contract.testkit.simulation;

import org.jspecify.annotations.NullMarked;
