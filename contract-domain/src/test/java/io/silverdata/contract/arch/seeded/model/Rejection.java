package io.silverdata.contract.arch.seeded.model;

/** Stands for the refusals. */
public interface Rejection {}
