package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.idle;

public final class PublicForNobody {}
