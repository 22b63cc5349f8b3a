package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AllowedReplyAttribute;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ReplyAttribute;
import io.vavr.control.Either;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes what RADIUS tells of a subscriber beside the plan; further attributes must be among those that the host allows. */
public final class AccessSettingsUseCase {
    private final Map<String, AllowedReplyAttribute> allowed;

    /** A use case that allows these attributes. */
    public AccessSettingsUseCase(Collection<AllowedReplyAttribute> allowed) {
        this.allowed = allowed.stream()
                .collect(Collectors.toUnmodifiableMap(AllowedReplyAttribute::name, Function.identity()));
    }

    /** Changes the settings. */
    public Either<Rejection, Decision> change(Contract contract, AccessSettings settings, Situation situation) {
        return objection(settings)
                .<Either<Rejection, Decision>>map(Either::left)
                .orElseGet(() -> situation.decide(contract, new Command.ChangeAccessSettings(settings)));
    }

    /** The objection to an attribute that is not allowed, or not so. */
    Optional<Rejection> objection(AccessSettings settings) {
        for (ReplyAttribute attribute : settings.attributes()) {
            @Nullable AllowedReplyAttribute rule = allowed.get(attribute.name());
            if (rule == null) {
                return Optional.of(new Rejection.AttributeNotAllowed(attribute.name(), 0));
            }
            long times = settings.attributes().stream()
                    .filter(other -> other.name().equals(attribute.name()))
                    .count();
            Optional<Rejection> objection = times > rule.max()
                    ? Optional.of(new Rejection.AttributeNotAllowed(rule.name(), rule.max()))
                    : rule.objection(attribute);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }
}
