package io.silverdata.contract.json.arch.seeded.unmarked;

final class Unmarked {}
