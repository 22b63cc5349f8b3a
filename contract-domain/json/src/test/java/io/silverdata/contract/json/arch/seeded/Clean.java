package io.silverdata.contract.json.arch.seeded;

final class Clean {}
