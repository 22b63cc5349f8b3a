package io.silverdata.contract.micrometer.arch.seeded;

final class Clean {}
