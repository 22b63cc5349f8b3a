package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What the tests of the client have in common. */
final class Situations {
    static final String SECRET = "a-secret-of-the-tests";
    static final List<RadiusAttribute> ALICE = session("alice", "81a00001");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Situations() {}

    static List<RadiusAttribute> session(String user, String id) {
        return List.of(
                RadiusAttribute.text(Attributes.USER_NAME, user), RadiusAttribute.text(Attributes.ACCT_SESSION_ID, id));
    }

    static NasEndpoint.Builder endpoint(InetSocketAddress address) {
        return NasEndpoint.builder(address.getAddress(), SharedSecret.of(SECRET))
                .port(address.getPort());
    }

    static NasEndpoint.Builder endpoint(SimulatedNas nas) {
        return endpoint(nas.address());
    }

    /** Gives up soon, for requests that are not to be answered. */
    static RetransmissionPolicy hasty() {
        return new RetransmissionPolicy(Duration.ofMillis(100), Duration.ofMillis(200), 3, Duration.ofSeconds(1), 0.1);
    }

    static Answer answer(CompletionStage<Answer> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    static NasRequest next(SimulatedNas nas) throws InterruptedException {
        return nas.nextRequest(PATIENCE);
    }
}
