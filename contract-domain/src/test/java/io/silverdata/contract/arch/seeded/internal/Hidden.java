package io.silverdata.contract.arch.seeded.internal;

/** Public only because Java has no other way; not exported. */
public final class Hidden {}
