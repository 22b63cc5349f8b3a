package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.ContractId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose login it is, and which of its rows are this library's: the value of one row of {@code radcheck}, in an attribute
 * that FreeRADIUS knows, sets and never sends.
 *
 * @param owner the host, by the name of its gateway
 * @param contract whose login it is; empty where an earlier release wrote the rows
 * @param plan the group that this library wrote at the plan's priority
 * @param hold the group that it wrote at the hold's priority
 * @param rejects whether it wrote the row that rejects
 */
public record LoginMark(
        String owner, Optional<String> contract, Optional<String> plan, Optional<String> hold, boolean rejects) {
    static final String ATTRIBUTE = "Tmp-String-9";

    private static final Pattern FORM =
            Pattern.compile("sc\\|([a-z0-9-]+)\\|([0-9a-f-]*)\\|([^|]*)\\|([^|]*)\\|(reject)?");

    static LoginMark of(String owner, AccessService service, Optional<String> hold) {
        return new LoginMark(
                owner,
                Optional.of(service.contract().toString()),
                Optional.of(service.profile().value()),
                hold,
                !service.enforcement().allowsLogin());
    }

    /** What every mark of this owner is like, to SQL. */
    static String like(String owner) {
        return "sc|" + owner + "|%";
    }

    static Optional<LoginMark> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new LoginMark(
                        parts.group(1),
                        said(parts.group(2)),
                        said(parts.group(3)),
                        said(parts.group(4)),
                        parts.group(5) != null))
                : Optional.empty();
    }

    /** Whether the login is of another contract than this, as far as that is known. */
    boolean isOfAnother(ContractId other) {
        return contract.filter(known -> !known.equals(other.toString())).isPresent();
    }

    String text() {
        return String.join(
                "|", "sc", owner, contract.orElse(""), plan.orElse(""), hold.orElse(""), rejects ? "reject" : "");
    }

    private static Optional<String> said(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }
}
