package io.silverdata.contract.adapters.jdbc.arch.seeded;

public class PublicClassThatIsOpen {}
