package io.silverdata.contract.adapters.olt.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.adapters.olt.DirectDriver;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PortState;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
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

/** What the driver of one make writes and reads, operation by operation, without the gateway between. */
public abstract class VendorDriverTest {
    private static final OltId OLT = new OltId("olt-1");
    private static final OnuSerial ONU = new OnuSerial("HWTC00100001");
    private static final OnuSerial OTHER_ONU = new OnuSerial("ZTEGABCDEF02");
    private static final Set<OnuState.Detail> ALL = EnumSet.allOf(OnuState.Detail.class);

    private final Vendor vendor;
    private SimulatedOlt olt;
    private DirectDriver direct;

    protected VendorDriverTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeEach
    void start() {
        olt = SimulatedOlt.start(vendor.device(OLT));
        direct = new DirectDriver(vendor.provider(), settings().build());
    }

    @AfterEach
    void stop() {
        direct.close();
        olt.close();
    }

    @Test
    void detection_accepts_the_device_and_no_other() {
        Detection own = direct.driver().detect(session(Operation.DETECT), system(vendor.sysObjectId()));
        Detection foreign = direct.driver().detect(session(Operation.DETECT), system("1.3.6.1.4.1.8072.3.2.10"));

        assertThat(own.fit()).isEqualTo(Detection.Fit.YES);
        assertThat(foreign.fit()).isNotEqualTo(Detection.Fit.YES);
    }

    @Test
    void port_listing_has_the_pon_ports_only() {
        List<PonPortId> ports = direct.driver().ponPorts(session(Operation.LIST_PON_PORTS));

        assertThat(ports).containsExactly(vendor.port(OLT, 1), vendor.port(OLT, 2));
    }

    @Test
    void registration_is_one_set_at_the_lowest_free_id() {
        OnuRef first = register(vendor.port(OLT, 1), ONU);
        OnuRef second = register(vendor.port(OLT, 1), OTHER_ONU);
        delete(first);
        OnuRef third = register(vendor.port(OLT, 1), ONU);

        assertThat(third).isEqualTo(first);
        assertThat(olt.sets()).hasSize(4);
        assertThat(olt.device().configured())
                .extracting(ConfiguredOnu::port, ConfiguredOnu::id, ConfiguredOnu::serial, ConfiguredOnu::enabled)
                .containsExactlyInAnyOrder(
                        tuple(vendor.port(OLT, 1), first.id(), ONU, true),
                        tuple(vendor.port(OLT, 1), second.id(), OTHER_ONU, true));
    }

    @Test
    void configuration_of_an_onu_on_any_port_is_found_and_read_as_written() {
        register(vendor.port(OLT, 1), OTHER_ONU);
        OnuRef onu = registerWithProfiles(vendor.port(OLT, 2), ONU);

        assertThat(direct.driver().find(session(Operation.FIND), ONU)).contains(onu);
        assertThat(direct.driver().find(session(Operation.FIND), new OnuSerial("NONE00000000")))
                .isEmpty();
        assertThat(direct.driver().configuration(session(Operation.READ_CONFIGURATION), onu))
                .contains(new OnuConfiguration(onu, Optional.of(vendor.plan().profiles()), true, List.of()));
        assertThat(configured(ONU).line()).isEqualTo(vendor.plan().profiles().line());
        assertThat(configured(ONU).service()).isEqualTo(vendor.plan().profiles().service());
    }

    @Test
    void registration_at_a_pon_port_that_does_not_exist_writes_nothing() {
        PonPortId nowhere = new PonPortId(
                OLT, vendor.port(OLT, 1).frame(), vendor.port(OLT, 1).slot(), 99);

        assertThatThrownBy(() -> register(nowhere, ONU)).isInstanceOfSatisfying(OltFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND);
            assertThat(fault.object()).contains(nowhere.toString());
        });
        assertThat(olt.sets()).isEmpty();
    }

    @Test
    void registration_that_is_refused_leaves_nothing() {
        register(vendor.port(OLT, 1), ONU);

        assertThatThrownBy(() -> register(vendor.port(OLT, 2), ONU))
                .isInstanceOfSatisfying(
                        OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.CONFLICT));
        assertThat(olt.device().configured()).hasSize(1);
    }

    @Test
    void suspension_disables_the_onu_until_it_is_resumed() {
        assumeCan(Operation.SET_ADMIN_STATE);
        OnuRef onu = register(vendor.port(OLT, 1), ONU);
        olt.device().connect(vendor.port(OLT, 1), ONU);

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
    void deletion_may_be_repeated() {
        OnuRef onu = register(vendor.port(OLT, 1), ONU);

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
    void configuration_of_another_onu_at_the_same_id_is_not_taken_for_it() {
        OnuRef onu = register(vendor.port(OLT, 1), ONU);
        delete(onu);
        register(vendor.port(OLT, 1), OTHER_ONU);

        assertThat(configuration(onu)).isEmpty();
    }

    @Test
    void state_of_an_onu_that_works_is_complete() {
        OnuRef onu = register(vendor.port(OLT, 1), ONU);
        olt.device().connect(vendor.port(OLT, 1), ONU);

        OnuState state = state(onu);

        assertThat(state.oper()).isEqualTo(OnuState.Oper.ONLINE);
        assertThat(state.phase()).isEqualTo(OnuState.Phase.WORKING);
        assertThat(state.registration()).isEqualTo(OnuState.Registration.REGISTERED);
        assertThat(state.distance().map(Distance::metres))
                .isEqualTo(vendor.tellsDistance() ? Optional.of(1_234L) : Optional.empty());
        assertThat(state.optics().onuReceived()).contains(new OpticalPower(-2_150));
        assertThat(state.optics().onuSent().orElseThrow().dbm()).isBetween(2.2, 2.3);
        assertThat(state.optics().oltReceived().stream()
                        .mapToDouble(OpticalPower::dbm)
                        .findFirst())
                .isEqualTo(vendor.oltReceivedDbm());
    }

    @Test
    void state_of_an_onu_that_does_not_work_says_why() {
        OnuRef onu = register(vendor.port(OLT, 1), ONU);
        olt.device().connect(vendor.port(OLT, 1), ONU);

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
    void states_of_a_port_are_the_state_of_each_onu() {
        OnuRef first = register(vendor.port(OLT, 1), ONU);
        OnuRef second = register(vendor.port(OLT, 1), OTHER_ONU);
        register(vendor.port(OLT, 2), new OnuSerial("HWTC00000003"));
        olt.device().connect(vendor.port(OLT, 1), OTHER_ONU);
        List<OnuState> states = new ArrayList<>();

        direct.driver().states(session(Operation.READ_STATE), vendor.port(OLT, 1), ALL, states::add);

        assertThat(states).containsExactly(state(first), state(second));
    }

    @Test
    void discovery_lists_onus_that_are_connected_and_not_registered() {
        assumeCan(Operation.LIST_UNREGISTERED);
        register(vendor.port(OLT, 1), OTHER_ONU);
        olt.device().connect(vendor.port(OLT, 1), OTHER_ONU);
        olt.device().connect(vendor.port(OLT, 2), ONU);

        List<DiscoveredOnu> found = direct.driver().unregistered(session(Operation.LIST_UNREGISTERED));

        assertThat(found).extracting(DiscoveredOnu::port).containsExactly(vendor.port(OLT, 2));
        assertThat(found).extracting(DiscoveredOnu::serial).containsExactly(ONU);
    }

    @Test
    void port_state_counts_its_onus() {
        assumeCan(Operation.READ_PORT);
        register(vendor.port(OLT, 2), ONU);

        PortState state = direct.driver().port(session(Operation.READ_PORT), vendor.port(OLT, 2));

        assertThat(state.port()).isEqualTo(vendor.port(OLT, 2));
        assertThat(state.oper()).isEqualTo(ServiceState.UP);
        assertThat(state.registeredOnus()).hasValue(1);
        assertThatThrownBy(() -> direct.driver().port(session(Operation.READ_PORT), new PonPortId(OLT, 0, 77, 77)))
                .isInstanceOfSatisfying(
                        OltFault.class, fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.NOT_FOUND));
    }

    @Test
    void port_switch_switches_one_port() {
        assumeCan(Operation.SET_PORT);

        direct.driver().setPortEnabled(session(Operation.SET_PORT), vendor.port(OLT, 1), false);

        assertThat(direct.driver()
                        .port(session(Operation.READ_PORT), vendor.port(OLT, 1))
                        .admin())
                .isEqualTo(ServiceState.DOWN);
        assertThat(direct.driver()
                        .port(session(Operation.READ_PORT), vendor.port(OLT, 2))
                        .admin())
                .isEqualTo(ServiceState.UP);
    }

    @Test
    void save_keeps_what_was_registered_before_it() {
        assumeCan(Operation.SAVE_CONFIGURATION);
        register(vendor.port(OLT, 1), ONU);

        direct.driver().save(session(Operation.SAVE_CONFIGURATION));
        register(vendor.port(OLT, 1), OTHER_ONU);
        olt.device().restart();

        assertThat(olt.device().configured()).extracting(ConfiguredOnu::serial).containsExactly(ONU);
    }

    @Test
    void capabilities_say_of_every_operation_how_it_is_known() {
        assertThat(direct.driver().capabilities().all().values())
                .extracting(Capability::evidence)
                .noneMatch("not offered by this driver"::equals);
    }

    @Test
    void provider_refuses_an_option_that_its_driver_does_not_have() {
        OltSettings settings = settings().option("colour", "green").build();

        assertThatThrownBy(() -> new DirectDriver(vendor.provider(), settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }

    private OltSession session(Operation operation) {
        return direct.session(operation);
    }

    private OnuRef register(PonPortId port, OnuSerial serial) {
        return direct.driver()
                .register(
                        session(Operation.REGISTER),
                        new RegisterOnu(port, serial, vendor.plan().profiles(), "subscriber 1"));
    }

    private ConfiguredOnu configured(OnuSerial serial) {
        return olt.device().configured().stream()
                .filter(onu -> onu.serial().equals(serial))
                .findFirst()
                .orElseThrow();
    }

    private void delete(OnuRef onu) {
        direct.driver().delete(session(Operation.DELETE), onu);
    }

    /** Registers, and gives it its profiles where that is another order. */
    private OnuRef registerWithProfiles(PonPortId port, OnuSerial serial) {
        OnuRef onu = register(port, serial);
        if (!configuration(onu)
                .flatMap(OnuConfiguration::profiles)
                .equals(Optional.of(vendor.plan().profiles()))) {
            direct.driver()
                    .changeProfiles(
                            session(Operation.CHANGE_PROFILES),
                            onu,
                            vendor.plan().profiles());
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

    private OltSettings.Builder settings() {
        return vendor.configure(olt.reach(OltSettings.builder(OLT)));
    }
}
