/** Programs of others that the integration tests start and stop: FreeRADIUS, its radclient, hostapd. */
@NullMarked
package io.silverdata.contract.adapters.radius.peer;

import org.jspecify.annotations.NullMarked;
