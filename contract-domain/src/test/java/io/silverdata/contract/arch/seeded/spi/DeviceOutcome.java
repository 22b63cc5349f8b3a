package io.silverdata.contract.arch.seeded.spi;

/** Stands for what devices answer. */
public interface DeviceOutcome {}
