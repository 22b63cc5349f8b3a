package io.silverdata.contract.arch.seeded.model;

/** Could be extended by anyone. */
public class PublicClassThatIsOpen {}
