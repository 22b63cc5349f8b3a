/**
 * The kit for authors of OLT drivers. {@link io.silverdata.contract.adapters.olt.testkit.OltDriverTck} proves a driver against a
 * simulated device of its make, over SNMP, through the gateway that will drive it in production. The artifact brings all that it needs: the
 * gateway, JUnit with its engine, AssertJ and an SNMP agent.
 *
 * <p>A driver's author writes two classes for it. The first is the device, from the vendor's MIB: here a make with one table, where a
 * row is an ONU, and profiles {@code home-100} and {@code home-300}. {@link io.silverdata.contract.adapters.olt.testkit.SimulatedTable}
 * makes rows and destroys them as RowStatus says, and checks types and lengths; the rules say what else the device refuses.
 * ({@code @Override} is left out here.)
 *
 * <pre>{@code
 * class SimulatedMinimalOlt extends DerivedStateDevice {
 *     private static final Oid ONU = Oid.parse("1.3.6.1.4.1.32473.7.1"); // INDEX { ifIndex, ONU }
 *     private final SimulatedTable onus = table(ONU)
 *             .octets(1, 8, 8) // serial number
 *             .octets(2, 1, 32) // line profile
 *             .octets(3, 1, 32) // service profile
 *             .rowStatus(4)
 *             .rules(new OnuRules());
 *
 *     SimulatedMinimalOlt(OltId olt) {
 *         super("1.3.6.1.4.1.32473.9.1", "Minimal OLT");
 *         addPonPort(new PonPortId(olt, 0, 1, 1), 101, "pon 0/1/1");
 *         addPonPort(new PonPortId(olt, 0, 1, 2), 102, "pon 0/1/2");
 *     }
 *
 *     private final class OnuRules implements SimulatedTable.Rules {
 *         public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
 *             require(ponPort(index.get(0)).isPresent() && index.get(1) <= 32, Status.NO_CREATION);
 *             require(!isRegistered(serialOfOctets(value(cells, 1))), Status.INCONSISTENT_VALUE);
 *             require(Set.of("home-100", "home-300").contains(text(value(cells, 2))), Status.WRONG_VALUE);
 *         }
 *     }
 *
 *     public List<ConfiguredOnu> configured() {
 *         return onus.indexes().stream().map(this::configured).toList();
 *     }
 *
 *     private ConfiguredOnu configured(Oid index) {
 *         Map<Long, SnmpValue> row = onus.cells(index);
 *         return new ConfiguredOnu(
 *                 ponPort(index.get(0)).orElseThrow(),
 *                 (int) index.get(1),
 *                 serialOf(value(row, 1)),
 *                 text(value(row, 2)),
 *                 text(value(row, 3)),
 *                 true,
 *                 0);
 *     }
 *
 *     protected void clearState() {} // the make tells no state
 *
 *     protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {}
 *
 *     protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {}
 * }
 * }</pre>
 *
 * <p>{@code clearState}, {@code showState} and {@code showUnregistered} do nothing, since this make tells no state. One that does puts
 * objects into its {@link io.silverdata.contract.adapters.olt.testkit.SimulatedMib} there:
 * {@code mib().put(ONU.append(8).append(index), condition == Condition.ONLINE ? 1 : 2)}.
 *
 * <p>The second extends the kit, and says which driver, which device, and what the plans are on it:
 *
 * <pre>{@code
 * class MinimalKitTest extends OltDriverTck {
 *
 *     protected OltDriverProvider provider() {
 *         return new MinimalDriverProvider();
 *     }
 *
 *     protected SimulatedDevice device() {
 *         return new SimulatedMinimalOlt(OLT);
 *     }
 *
 *     protected LinePlan plan() {
 *         return plan("line-home-100", "home-100");
 *     }
 *
 *     protected List<LinePlan> otherPlans() {
 *         return List.of(plan("line-home-300", "home-300"));
 *     }
 *
 *     protected Optional<LinePlan> unknownPlan() {
 *         return Optional.of(plan("line-unknown", "home-900"));
 *     }
 *
 *     protected int onusPerPort() {
 *         return 32;
 *     }
 *
 *     private static LinePlan plan(String name, String line) {
 *         return new LinePlan(new ProfileName(name), new OnuProfiles(line, "router"), List.of());
 *     }
 * }
 * }</pre>
 *
 * <p>It runs as any test of JUnit does. A failure says which law is broken and why it is one, shows the requests that reached the
 * device with its answers, and the ONUs that are registered on it. What the driver's capabilities exclude is skipped.
 *
 * <p>{@link io.silverdata.contract.adapters.olt.testkit.SimulatedOlt} is the agent in front of a device. It is of use without the kit too:
 * for a host's own tests, and as an OLT to try a gateway, or net-snmp's tools, on. Package {@code
 * io.silverdata.contract.adapters.olt.testkit.vendor} has the devices of the makes that this project has drivers for.
 */
@NullMarked
package io.silverdata.contract.adapters.olt.testkit;

import org.jspecify.annotations.NullMarked;
