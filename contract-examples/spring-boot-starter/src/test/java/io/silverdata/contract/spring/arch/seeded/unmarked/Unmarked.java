package io.silverdata.contract.spring.arch.seeded.unmarked;

final class Unmarked {}
