package io.silverdata.contract.examples.console.network;

import java.util.Optional;

/**
 * What an audit is to do.
 *
 * @param olt of the contracts of one OLT only
 * @param repair whether what is missing or different is delivered again
 * @param extras whether it searches for what no contract asks for
 */
public record AuditPlan(Optional<String> olt, boolean repair, boolean extras) {}
