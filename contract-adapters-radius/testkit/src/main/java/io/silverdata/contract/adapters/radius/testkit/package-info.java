/**
 * For tests of what talks to RADIUS: a NAS, the tables and the accounting of FreeRADIUS, in the process of the test.
 *
 * <ul>
 *   <li>{@link io.silverdata.contract.adapters.radius.testkit.SimulatedNas} takes Disconnect-Requests and CoA-Requests
 *       over UDP, with {@linkplain io.silverdata.contract.adapters.radius.testkit.NasSessions subscribers} who are
 *       online, any other {@linkplain io.silverdata.contract.adapters.radius.testkit.NasBehaviour behaviour}, and a
 *       {@linkplain io.silverdata.contract.adapters.radius.testkit.NetworkConditions network} that loses and delays.
 *   <li>{@link io.silverdata.contract.adapters.radius.testkit.FreeRadiusTables} and
 *       {@link io.silverdata.contract.adapters.radius.testkit.FreeRadiusAccounting} make and write the tables, so that no
 *       FreeRADIUS is needed.
 *   <li>{@link io.silverdata.contract.adapters.radius.testkit.NasProfileTck} proves a profile for a further make of NAS.
 * </ul>
 *
 * <p>A test of a subscriber who is throttled, with fields {@code database} (a {@code DataSource}), {@code HOME}, {@code
 * THROTTLED} and {@code CAPTIVE} (the groups), and a method {@code alice} that makes an {@code AccessService}:
 *
 * <pre>{@code
 * private static final String SECRET = "a-secret-of-16-octets";
 *
 * @Test
 * void a_throttled_subscriber_is_changed_at_the_nas() throws InterruptedException {
 *     FreeRadiusTables.create(database);
 *     var accounting = new FreeRadiusAccounting(database, "192.0.2.1", Clock.systemUTC());
 *     NasSessions sessions = new NasSessions().onStop(accounting::stop);
 *     try (SimulatedNas nas =
 *                     SimulatedNas.builder(SECRET).sessions(sessions).start();
 *             RadiusGateway radius = gateway(nas.address())) {
 *         radius.plans().publish(PlanGroup.of(HOME, Rates.ofMbps(100, 50)));
 *         radius.plans().publish(PlanGroup.of(THROTTLED.group(), THROTTLED.rates()));
 *         radius.ensure(alice(Enforcement.NONE));
 *         NasSession session = NasSession.of("81a00001", "alice", "198.51.100.9");
 *         sessions.open(session);
 *         accounting.start(session);
 *
 *         DeviceOutcome outcome = radius.ensure(alice(Enforcement.THROTTLE));
 *
 *         assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
 *         assertThat(nas.nextRequest(Duration.ofSeconds(5)).code()).isEqualTo(NasRequest.COA_REQUEST);
 *         // vendor 14988, number 8: Mikrotik-Rate-Limit
 *         assertThat(sessions.all().get(0).applied()).isEqualTo(Map.of("14988:8", "1M/1M"));
 *     }
 * }
 *
 * private RadiusGateway gateway(InetSocketAddress nas) {
 *     NasEndpoint endpoint = NasEndpoint.builder(nas.getAddress(), SharedSecret.of(SECRET))
 *             .port(nas.getPort())
 *             .build();
 *     return RadiusGateway.builder()
 *             .dataSource(database, SqlDialect.SQLITE)
 *             .throttled(THROTTLED)
 *             .captive(CAPTIVE)
 *             .credentials(user -> new Password("a-password"))
 *             .nas(NasSettings.builder("bng-1", endpoint, NasProfiles.mikrotik())
 *                     .serves("192.0.2.1")
 *                     .build())
 *             .build();
 * }
 * }</pre>
 *
 * <p>The simulated NAS shares no code with the adapter. It reads and signs packets by itself, so that a mistake of the
 * adapter is not made twice.
 */
@NullMarked
package io.silverdata.contract.adapters.radius.testkit;

import org.jspecify.annotations.NullMarked;
