package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PortState;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a driver writes and reads, order by order, without the gateway between. One class for each vendor says what is the vendor's. */
public abstract class VendorDriverTest {
    protected static final OltId OLT = new OltId("olt-1");
    protected static final OnuSerial ONU = new OnuSerial("HWTC00100001");
    private static final OnuSerial OTHER_ONU = new OnuSerial("ZTEGABCDEF02");
    private static final Set<OnuState.Detail> ALL = EnumSet.allOf(OnuState.Detail.class);

    private SimulatedOlt olt;
    private DirectDriver direct;

    protected abstract OltDriverProvider provider();

    protected abstract SimulatedDevice device();

    protected abstract OnuProfiles profiles();

    /** PON port 1 or 2. */
    protected abstract PonPortId port(int number);

    /** What the OLT measures of the light of a connected ONU, if it tells. */
    protected abstract Optional<OpticalPower> oltReceived();

    /** The length of the fibre of a connected ONU, if the OLT tells. */
    protected Optional<Distance> distance() {
        return Optional.of(Distance.ofMetres(1_234));
    }

    /** Options of the driver. */
    protected OltSettings.Builder configure(OltSettings.Builder settings) {
        return settings;
    }

    /** What the device calls itself. */
    protected abstract String sysObjectId();

    @BeforeEach
    void start_with_an_empty_device() {
        olt = SimulatedOlt.start(device());
        direct = new DirectDriver(provider(), settings(olt).build());
        assertThat(olt.device().configured()).isEmpty();
    }

    @AfterEach
    void stop() {
        direct.close();
        olt.close();
    }

    @Test
    void knows_the_device_and_no_other() {
        Detection own = direct.driver().detect(session(Operation.DETECT), system(sysObjectId()));
        Detection foreign = direct.driver().detect(session(Operation.DETECT), system("1.3.6.1.4.1.8072.3.2.10"));

        assertThat(own.fit()).isEqualTo(Detection.Fit.YES);
        assertThat(foreign.fit()).isNotEqualTo(Detection.Fit.YES);
    }

    @Test
    void lists_the_pon_ports() {
        List<PonPortId> ports = direct.driver().ponPorts(session(Operation.LIST_PON_PORTS));

        assertThat(ports).containsExactly(port(1), port(2));
    }

    @Test
    void registers_with_one_set_at_the_lowest_free_id() {
        OnuRef first = register(port(1), ONU);
        OnuRef second = register(port(1), OTHER_ONU);
        delete(first);
        OnuRef third = register(port(1), ONU);

        assertThat(third).isEqualTo(first);
        assertThat(olt.sets()).hasSize(4);
        assertThat(olt.device().configured())
                .extracting(ConfiguredOnu::port, ConfiguredOnu::id, ConfiguredOnu::serial, ConfiguredOnu::enabled)
                .containsExactlyInAnyOrder(
                        tuple(port(1), first.id(), ONU, true), tuple(port(1), second.id(), OTHER_ONU, true));
    }

    @Test
    void finds_an_onu_wherever_it_is_and_reads_back_what_it_wrote() {
        register(port(1), OTHER_ONU);
        OnuRef onu = registerWithProfiles(port(2), ONU);

        assertThat(direct.driver().find(session(Operation.FIND), ONU)).contains(onu);
        assertThat(direct.driver().find(session(Operation.FIND), new OnuSerial("NONE00000000")))
                .isEmpty();
        assertThat(direct.driver().configuration(session(Operation.READ_CONFIGURATION), onu))
                .contains(new OnuConfiguration(onu, Optional.of(profiles()), true, List.of()));
        assertThat(configured(ONU).line()).isEqualTo(profiles().line());
        assertThat(configured(ONU).service()).isEqualTo(profiles().service());
    }

    @Test
    void refuses_a_pon_port_that_does_not_exist_before_anything_is_written() {
        PonPortId nowhere = new PonPortId(OLT, port(1).frame(), port(1).slot(), 99);

        assertThatThrownBy(() -> register(nowhere, ONU)).isInstanceOfSatisfying(OltFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND);
            assertThat(fault.object()).contains(nowhere.toString());
        });
        assertThat(olt.sets()).isEmpty();
    }

    @Test
    void leaves_a_refused_registration_without_a_trace() {
        register(port(1), ONU);

        assertThatThrownBy(() -> register(port(2), ONU))
                .isInstanceOfSatisfying(
                        OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.CONFLICT));
        assertThat(olt.device().configured()).hasSize(1);
    }

    @Test
    void suspends_and_resumes() {
        assumeCan(Operation.SET_ADMIN_STATE);
        OnuRef onu = register(port(1), ONU);
        olt.device().connect(port(1), ONU);

        direct.driver().setEnabled(session(Operation.SET_ADMIN_STATE), onu, false);

        assertThat(configured(ONU).enabled()).isFalse();
        OnuState suspended = state(onu);
        assertThat(suspended.admin()).isEqualTo(OnuState.Admin.DISABLED);
        assertThat(suspended.oper()).isEqualTo(OnuState.Oper.OFFLINE);
        assertThat(direct.driver()
                        .configuration(session(Operation.READ_CONFIGURATION), onu)
                        .map(OnuConfiguration::enabled))
                .contains(false);

        direct.driver().setEnabled(session(Operation.SET_ADMIN_STATE), onu, true);

        assertThat(configured(ONU).enabled()).isTrue();
        assertThat(state(onu).oper()).isEqualTo(OnuState.Oper.ONLINE);
    }

    @Test
    void deletes_and_may_delete_again() {
        OnuRef onu = register(port(1), ONU);

        delete(onu);
        delete(onu);

        assertThat(olt.device().configured()).isEmpty();
        assertThat(direct.driver().find(session(Operation.FIND), ONU)).isEmpty();
        assertThat(configuration(onu)).isEmpty();
        assertThatThrownBy(() -> state(onu))
                .isInstanceOfSatisfying(
                        OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND));
    }

    @Test
    void does_not_take_another_onu_at_the_same_id_for_the_one_it_knew() {
        OnuRef onu = register(port(1), ONU);
        delete(onu);
        register(port(1), OTHER_ONU);

        assertThat(configuration(onu)).isEmpty();
    }

    @Test
    void reads_an_onu_that_works() {
        OnuRef onu = register(port(1), ONU);
        olt.device().connect(port(1), ONU);

        OnuState state = state(onu);

        assertThat(state.oper()).isEqualTo(OnuState.Oper.ONLINE);
        assertThat(state.phase()).isEqualTo(OnuState.Phase.WORKING);
        assertThat(state.registration()).isEqualTo(OnuState.Registration.REGISTERED);
        assertThat(state.distance()).isEqualTo(distance());
        assertThat(state.optics().onuReceived()).contains(new OpticalPower(-2_150));
        assertThat(state.optics().onuSent().orElseThrow().dbm()).isBetween(2.2, 2.3);
        assertThat(state.optics().oltReceived()).isEqualTo(oltReceived());
    }

    @Test
    void reads_why_an_onu_does_not_work() {
        OnuRef onu = register(port(1), ONU);
        olt.device().connect(port(1), ONU);

        olt.device().cutPower(ONU);
        OnuState powerless = state(onu);
        olt.device().repair(ONU);
        olt.device().cutFibre(ONU);
        OnuState dark = state(onu);

        assertThat(powerless.oper()).isEqualTo(OnuState.Oper.OFFLINE);
        assertThat(powerless.lastDown()).isEqualTo(OnuState.DownCause.POWER);
        assertThat(dark.lastDown()).isEqualTo(OnuState.DownCause.LOS);
        assertThat(List.of(powerless, dark)).allSatisfy(state -> {
            assertThat(state.optics().onuReceived()).isEmpty();
            assertThat(state.optics().onuSent()).isEmpty();
            assertThat(state.distance()).isEmpty();
        });
    }

    @Test
    void reads_every_onu_of_a_port_as_it_reads_each() {
        OnuRef first = register(port(1), ONU);
        OnuRef second = register(port(1), OTHER_ONU);
        register(port(2), new OnuSerial("HWTC00000003"));
        olt.device().connect(port(1), OTHER_ONU);
        List<OnuState> states = new ArrayList<>();

        direct.driver().states(session(Operation.READ_STATE), port(1), ALL, states::add);

        assertThat(states).containsExactly(state(first), state(second));
    }

    @Test
    void lists_onus_that_are_connected_and_not_registered() {
        assumeCan(Operation.LIST_UNREGISTERED);
        register(port(1), OTHER_ONU);
        olt.device().connect(port(1), OTHER_ONU);
        olt.device().connect(port(2), ONU);

        List<DiscoveredOnu> found = direct.driver().unregistered(session(Operation.LIST_UNREGISTERED));

        assertThat(found).extracting(DiscoveredOnu::port).containsExactly(port(2));
        assertThat(found).extracting(DiscoveredOnu::serial).containsExactly(ONU);
    }

    @Test
    void reads_a_port() {
        assumeCan(Operation.READ_PORT);
        register(port(2), ONU);

        PortState state = direct.driver().port(session(Operation.READ_PORT), port(2));

        assertThat(state.port()).isEqualTo(port(2));
        assertThat(state.oper()).isEqualTo(ServiceState.UP);
        assertThat(state.registeredOnus()).hasValue(1);
        assertThatThrownBy(() -> direct.driver().port(session(Operation.READ_PORT), new PonPortId(OLT, 0, 77, 77)))
                .isInstanceOfSatisfying(
                        OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND));
    }

    @Test
    void switches_a_port() {
        assumeCan(Operation.SET_PORT);

        direct.driver().setPortEnabled(session(Operation.SET_PORT), port(1), false);

        assertThat(direct.driver().port(session(Operation.READ_PORT), port(1)).admin())
                .isEqualTo(ServiceState.DOWN);
        assertThat(direct.driver().port(session(Operation.READ_PORT), port(2)).admin())
                .isEqualTo(ServiceState.UP);
    }

    @Test
    void saves_the_configuration() {
        assumeCan(Operation.SAVE_CONFIGURATION);
        register(port(1), ONU);

        direct.driver().save(session(Operation.SAVE_CONFIGURATION));
        register(port(1), OTHER_ONU);
        olt.device().restart();

        assertThat(olt.device().configured()).extracting(ConfiguredOnu::serial).containsExactly(ONU);
    }

    @Test
    void says_of_every_operation_how_it_is_known() {
        assertThat(direct.driver().capabilities().all().values())
                .extracting(Capability::evidence)
                .noneMatch("not offered by this driver"::equals);
    }

    @Test
    void refuses_an_option_that_it_does_not_have() {
        OltSettings settings = settings(olt).option("colour", "green").build();

        assertThatThrownBy(() -> new DirectDriver(provider(), settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }

    protected final OltSession session(Operation operation) {
        return direct.session(operation);
    }

    protected final OnuRef register(PonPortId port, OnuSerial serial) {
        return direct.driver()
                .register(session(Operation.REGISTER), new RegisterOnu(port, serial, profiles(), "subscriber 1"));
    }

    protected final ConfiguredOnu configured(OnuSerial serial) {
        return olt.device().configured().stream()
                .filter(onu -> onu.serial().equals(serial))
                .findFirst()
                .orElseThrow();
    }

    protected final void delete(OnuRef onu) {
        direct.driver().delete(session(Operation.DELETE), onu);
    }

    /** Registers, and gives it its profiles where that is another order. */
    private OnuRef registerWithProfiles(PonPortId port, OnuSerial serial) {
        OnuRef onu = register(port, serial);
        if (!configuration(onu).flatMap(OnuConfiguration::profiles).equals(Optional.of(profiles()))) {
            direct.driver().changeProfiles(session(Operation.CHANGE_PROFILES), onu, profiles());
        }
        return onu;
    }

    private Optional<OnuConfiguration> configuration(OnuRef onu) {
        return direct.driver().configuration(session(Operation.READ_CONFIGURATION), onu);
    }

    private OnuState state(OnuRef onu) {
        return direct.driver().state(session(Operation.READ_STATE), onu, ALL);
    }

    private void assumeCan(Operation operation) {
        Capability capability = direct.driver().capabilities().of(operation);
        assumeTrue(capability.level() != Capability.Level.UNSUPPORTED, () -> operation + ": " + capability.evidence());
    }

    private static SystemInfo system(String objectId) {
        return new SystemInfo(Oid.parse(objectId), "", "");
    }

    private OltSettings.Builder settings(SimulatedOlt agent) {
        return configure(agent.reach(OltSettings.builder(OLT)).driver(provider().id()));
    }
}
