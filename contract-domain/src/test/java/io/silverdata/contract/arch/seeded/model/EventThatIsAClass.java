package io.silverdata.contract.arch.seeded.model;

final class EventThatIsAClass implements ContractEvent {}
