package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Proves a driver: everything that {@link OltDriver} asks of one, through the gateway that will drive it in production, over SNMP,
 * at a simulated device. A driver's author extends this class, and says which driver, which device, and which plans the device
 * knows; see the example in this package's description.
 *
 * <p>What is asked:
 *
 * <table>
 * <caption>The groups of tests</caption>
 * <tr><th>Group</th><th>Law</th></tr>
 * <tr><td>Registration</td><td>one request puts an ONU on the device as ordered, and a second order writes nothing; what the device
 *     refuses leaves nothing</td></tr>
 * <tr><td>PlanChange</td><td>the ONU has what the other plan says, or what it had before</td></tr>
 * <tr><td>Binding</td><td>what add-ons bind is there beside the plan and leaves nothing behind; a driver that cannot bind says so
 *     beforehand</td></tr>
 * <tr><td>Suspension</td><td>the ONU stays registered and does not work, and works again when resumed</td></tr>
 * <tr><td>Relocation, Removal</td><td>nothing is left behind, and no other ONU is touched</td></tr>
 * <tr><td>Group</td><td>orders that are carried out together end as each would alone</td></tr>
 * <tr><td>FaultAtAnySet</td><td>whichever request of an order goes wrong, in whatever way, the outcome tells the truth, and
 *     repeating the order succeeds</td></tr>
 * <tr><td>Silence, Persistence</td><td>a device that cannot be read has nothing absent; one that forgot is told again</td></tr>
 * <tr><td>Discovery, DeviceDetection</td><td>what the device shows is found; other makes are left alone</td></tr>
 * <tr><td>StateOfAnOnu</td><td>what the device measures is told as it is plugged, and nothing is invented</td></tr>
 * <tr><td>InventoryOfAnOlt</td><td>reading a whole OLT says the same as reading each ONU</td></tr>
 * <tr><td>PonPort</td><td>ports are told, and only the one that is meant is switched</td></tr>
 * <tr><td>CapabilitiesOfADriver</td><td>they are constant, complete, and the gateway keeps to them</td></tr>
 * </table>
 *
 * <p>A test of something that the driver's capabilities exclude is skipped; what they call experimental is allowed here and tested.
 *
 * <p>Before each test three neighbours are registered at {@code port(1)}, under the ids that the ONUs of the test get at {@code
 * port(2)}: a driver that takes an id for an index meets them first. After each test they must be as they were, no set may have been
 * sent while another was unanswered, and the device may have thrown nothing. No order may send a set twice. A failure says which
 * law is broken and why it is one, what the test saw, shows the requests that reached the device with its answers, and the ONUs
 * that are registered on the device.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OltDriverTck {
    /** The OLT of every test: the {@link OltId} of the device's PON ports. */
    protected static final OltId OLT = new OltId("olt-1");

    @RegisterExtension
    static final FailureReport FAILURE_REPORT = new FailureReport();

    private KitSetup kit;

    /** For the test of a driver. */
    protected OltDriverTck() {}

    /**
     * The provider of the driver under test. The kit makes drivers through it as the gateway does, so that options and id are
     * tested too.
     *
     * @return a new or a shared one: a provider is safe for use by several threads
     */
    protected abstract OltDriverProvider provider();

    /**
     * The simulated device that the driver is to drive. Called before every test; each test gets a device of its own, so that none
     * sees what another did.
     *
     * @return a new device without ONUs that has the PON ports {@link #port port(1)} and {@code port(2)} and no {@code port(99)}; in
     *     its tables the rows of {@code port(1)} come first. It knows the profiles of {@link #plan} and {@link #otherPlans}, not
     *     those of {@link #unknownPlan}
     */
    protected abstract SimulatedDevice device();

    /**
     * What most tests order. Its profiles must exist on the device; give it services if the driver can bind any, so that binding
     * is tested.
     *
     * @return a plan with a profile name of its own, as {@code line-home-100}
     */
    protected abstract LinePlan plan();

    /**
     * What plans are changed to. Each must differ from {@link #plan} in something that the device can tell, or the driver could not
     * tell that a change is needed: its profiles, or its services. The more ways to differ, the more is tested: other profiles, more
     * services, none.
     *
     * @return plans with profile names of their own; empty only if the driver cannot change anything
     */
    protected abstract List<LinePlan> otherPlans();

    /**
     * What add-ons bind to a line beside its plan. Give two or more if the driver can bind services, so that several are tested beside those
     * of {@link #plan}: about other frames than these, and than each other. What they need, such as GEM ports, must be on the device.
     *
     * @return bindings with names of their own; none by default, and for a driver that cannot bind services
     */
    protected List<LineBinding> bindings() {
        return List.of();
    }

    /**
     * What the device must refuse: a plan with a profile that it does not know. Tests that a refusal leaves the device as it was.
     *
     * @return a plan with a profile name of its own; empty, as by default, if the device takes any profile
     */
    protected Optional<LinePlan> unknownPlan() {
        return Optional.empty();
    }

    /**
     * How the device numbers its PON ports. Override it if its frame and slot are not 0 and 1. The ONUs of the tests are at {@code
     * port(2)}, and their neighbours at {@code port(1)}.
     *
     * @param n 1 or 2 for ports that {@link #device} has, 99 for one that it does not have
     * @return a port of {@link #OLT}
     */
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 0, 1, n);
    }

    /**
     * What else the driver has to be told: its options.
     *
     * @param settings with address, access and driver; plans and timing are the kit's to set
     * @return the same settings with options
     */
    protected OltSettings.Builder configure(OltSettings.Builder settings) {
        return settings;
    }

    /**
     * The serial numbers of the ONUs. Override it if the device takes only some vendors' ONUs.
     *
     * @param n from 1 to {@link #onusPerPort} + 1 for the ONUs of the tests, and from 901 to 903 for their neighbours
     * @return another one for each number
     */
    protected OnuSerial serial(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", 0x10_0000 + n));
    }

    /**
     * What the device measures of a connected ONU. The kit compares what the driver tells of it with what is plugged, and expects the
     * driver to tell nothing else.
     *
     * @return everything, by default
     */
    protected Set<Measurement> measurements() {
        return EnumSet.allOf(Measurement.class);
    }

    /**
     * How many ONUs the device takes at a PON port. The kit fills one.
     *
     * @return 128, by default
     */
    protected int onusPerPort() {
        return 128;
    }

    @BeforeEach
    void start() {
        kit = new KitSetup(this);
        kit.registerNeighbours();
    }

    @AfterEach
    void stop() {
        kit.close();
    }

    /** Empty if it could not be set up. */
    Optional<KitSetup> kit() {
        return Optional.ofNullable(kit);
    }

    @Nested
    class Registration extends RegistrationTests {
        Registration() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class PlanChange extends PlanChangeTests {
        PlanChange() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Binding extends BindingTests {
        Binding() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Suspension extends SuspensionTests {
        Suspension() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Relocation extends RelocationTests {
        Relocation() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Removal extends RemovalTests {
        Removal() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Group extends GroupTests {
        Group() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class FaultAtAnySet extends FaultTests {
        FaultAtAnySet() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Silence extends SilenceTests {
        Silence() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Persistence extends PersistenceTests {
        Persistence() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class Discovery extends DiscoveryTests {
        Discovery() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class DeviceDetection extends DetectionTests {
        DeviceDetection() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class StateOfAnOnu extends StateTests {
        StateOfAnOnu() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class InventoryOfAnOlt extends InventoryTests {
        InventoryOfAnOlt() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class PonPort extends PonPortTests {
        PonPort() {
            super(OltDriverTck.this);
        }
    }

    @Nested
    class CapabilitiesOfADriver extends CapabilityTests {
        CapabilitiesOfADriver() {
            super(OltDriverTck.this);
        }
    }
}
