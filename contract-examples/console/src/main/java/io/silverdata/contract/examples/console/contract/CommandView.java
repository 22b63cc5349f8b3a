package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * A command's form as its page shows it.
 *
 * @param id of the contract
 * @param number of the contract
 * @param version that the command expects
 * @param command its name in the path
 * @param needsReason whether a person has to say why
 * @param fields in their order
 * @param form what was typed, and what is wrong
 * @param preview what it would do, if that was asked
 * @param since what others did since the form was opened, the latest first; empty if it is not stale
 */
public record CommandView(
        String id,
        String number,
        long version,
        String command,
        boolean needsReason,
        List<Field> fields,
        Form form,
        Optional<PreviewView> preview,
        List<EventLine> since) {}
