package io.silverdata.contract.arch.seeded.unmarked;

final class Unmarked {}
