package io.silverdata.contract.micrometer.arch.seeded.unmarked;

final class Unmarked {}
