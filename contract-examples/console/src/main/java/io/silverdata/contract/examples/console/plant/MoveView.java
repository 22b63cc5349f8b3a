package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.model.CustomerId;
import java.util.Optional;

/**
 * What moving a contract to another output at its address would do.
 *
 * @param output from where
 * @param splitter of that output
 * @param contract who is moved
 * @param version of the contract that was looked at
 * @param from PON port and output now
 * @param to PON port and output then; empty if it is refused
 * @param refusal why not, in the language of the page
 */
public record MoveView(
        String splitter,
        int output,
        String contract,
        String number,
        CustomerId holder,
        long version,
        String from,
        Optional<String> to,
        Optional<String> refusal) {}
