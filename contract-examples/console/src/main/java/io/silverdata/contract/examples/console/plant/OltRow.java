package io.silverdata.contract.examples.console.plant;

import java.util.Optional;

/**
 * An OLT in the list.
 *
 * @param fill how full its PON ports are together; empty before it was counted
 */
public record OltRow(String olt, String state, int ponPorts, Optional<Fill> fill) {}
