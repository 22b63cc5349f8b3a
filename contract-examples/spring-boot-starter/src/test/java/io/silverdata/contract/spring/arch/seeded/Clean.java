package io.silverdata.contract.spring.arch.seeded;

final class Clean {}
