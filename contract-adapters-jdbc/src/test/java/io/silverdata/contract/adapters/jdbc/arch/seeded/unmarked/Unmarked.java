package io.silverdata.contract.adapters.jdbc.arch.seeded.unmarked;

final class Unmarked {}
