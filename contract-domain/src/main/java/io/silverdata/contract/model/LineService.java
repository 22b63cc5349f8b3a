package io.silverdata.contract.model;

import java.util.List;
import java.util.Objects;

/**
 * What an OLT should know about a subscriber.
 *
 * @param contract whose it is
 * @param line the ONU and where it is connected
 * @param profile the line profile
 * @param enabled whether the ONU's administrative state is up
 * @param bindings what is bound to the line beside its profile, each once, in order of name
 */
public record LineService(
        ContractId contract, Line line, ProfileName profile, boolean enabled, List<ProfileName> bindings) {

    public LineService {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(profile, "profile");
        bindings = bindings.stream().distinct().sorted().toList();
    }

    /** A line to which nothing is bound beside its profile. */
    public LineService(ContractId contract, Line line, ProfileName profile, boolean enabled) {
        this(contract, line, profile, enabled, List.of());
    }

    /** The same with these bindings, instead of those that it has. */
    public LineService withBindings(ProfileName... others) {
        return new LineService(contract, line, profile, enabled, List.of(others));
    }
}
