package io.silverdata.contract.examples.console.plant;

/** A PON port that runs out of outputs. */
public record FullPonPort(String ponPort, String path, Fill fill) {}
