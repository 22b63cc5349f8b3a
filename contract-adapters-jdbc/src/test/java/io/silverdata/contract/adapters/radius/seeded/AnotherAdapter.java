package io.silverdata.contract.adapters.radius.seeded;

/** A class of another adapter. */
public final class AnotherAdapter {}
