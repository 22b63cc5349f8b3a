/**
 * Dynamic authorization (RFC 5176): sessions are changed and closed at the device that carries them, the NAS.
 *
 * <p>{@link io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient} sends the requests. Whom to ask and
 * how is a {@link io.silverdata.contract.adapters.radius.dynauth.NasEndpoint}, the result an {@link
 * io.silverdata.contract.adapters.radius.dynauth.Answer}.
 */
@NullMarked
package io.silverdata.contract.adapters.radius.dynauth;

import org.jspecify.annotations.NullMarked;
