package io.silverdata.contract.arch.seeded.model;

/** Stands for the commands. */
public interface Command {}
