package io.silverdata.contract.arch.seeded.model;

/** Stands for the events. */
public interface ContractEvent {}
