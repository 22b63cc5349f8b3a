package io.silverdata.contract.spring.web;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.Rejection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller's method its {@link CommandContext}: by whom and why says a {@link CommandRequest}, {@code Idempotency-Key} makes it a
 * command that is carried out once, and {@code If-Match} one that expects a version.
 */
final class CommandContextResolver implements HandlerMethodArgumentResolver {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    private final CommandRequest requests;

    CommandContextResolver(CommandRequest requests) {
        this.requests = requests;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public CommandContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        CommandContext context = requests.context(request);
        String key = request.getHeader("Idempotency-Key");
        if (key != null) {
            context = context.once(key(key));
        }
        String match = request.getHeader("If-Match");
        return match == null || match.equals("*") ? context : context.expecting(version(match));
    }

    /** Quoted, as the draft of the header has it, or as it is. */
    private static String key(String header) {
        Matcher quoted = QUOTED.matcher(header);
        String text = quoted.matches() ? quoted.group(1) : header;
        return IdempotencyKey.parse(text)
                .getOrElseThrow(refusal -> new RejectedException(
                        new Rejection.InvalidValue("Idempotency-Key", refusal.value(), refusal.allowed())))
                .value();
    }

    private static long version(String header) {
        Matcher version = VERSION.matcher(header);
        if (!version.matches()) {
            throw new RejectedException(new Rejection.InvalidValue(
                    "If-Match", header, "one entity tag of the contract in quotes, such as \"7\", or *"));
        }
        return Long.parseLong(version.group(1));
    }
}
