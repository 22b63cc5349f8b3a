package io.silverdata.contract.arch.seeded.model;

import org.slf4j.Logger;

/** Logs, and shows it. */
public record ModelThatLogs(Logger log) {}
