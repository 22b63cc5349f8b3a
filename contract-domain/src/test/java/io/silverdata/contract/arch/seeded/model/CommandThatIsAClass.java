package io.silverdata.contract.arch.seeded.model;

final class CommandThatIsAClass implements Command {}
