package io.silverdata.contract.examples.console.plant;

/** An OLT in the list. */
public record OltRow(String olt, String state, int ponPorts) {}
