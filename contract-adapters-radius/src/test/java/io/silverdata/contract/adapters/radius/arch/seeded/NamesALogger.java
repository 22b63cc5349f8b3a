package io.silverdata.contract.adapters.radius.arch.seeded;

import org.slf4j.Logger;

/** Has a logger in its signature. */
public record NamesALogger(Logger logger) {}
