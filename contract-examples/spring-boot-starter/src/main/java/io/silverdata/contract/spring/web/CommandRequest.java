package io.silverdata.contract.spring.web;

import io.silverdata.contract.command.CommandContext;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Who gives the command of a request, and why. The starter's own takes the name of the logged-in user and {@code contract.web.trigger}; an
 * application whose users give commands for different reasons has a bean of its own. The headers of the request are added afterwards.
 */
@FunctionalInterface
public interface CommandRequest {

    /** Actor and trigger. */
    CommandContext context(NativeWebRequest request);
}
