package io.silverdata.contract.adapters.olt.minimal;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.InjectedFault;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Drivers with one typical mistake each fail the kit, which says what the law is and what the driver did. */
class BrokenDriverTest {

    @Test
    void a_driver_that_registers_with_two_requests_is_told_that_it_must_be_one() {
        assertThat(failure(InTwoRequests.class, "Registration", "is_one_request"))
                .contains(
                        "driver minimal-gpon breaks a law of the kit: Registration is one request",
                        "The law: OltDriver.register is one request. Of two, the second can get lost");
    }

    @Test
    void a_driver_that_deletes_nothing_is_shown_its_requests_and_what_is_left() {
        assertThat(failure(DeletesNothing.class, "Removal", "leaves_nothing_on_the_device"))
                .contains(
                        "The law: OltDriver.delete takes the ONU off the device",
                        "SET 1.3.6.1.4.1.32473.7.1.1.102.1 = Hex-STRING: 48 57 54 43 00 10 00 01",
                        "1.3.6.1.4.1.32473.7.1.4.102.1 = INTEGER: 4 -> ok",
                        "ConfiguredOnu[port=olt-1:0/1/2, id=1, serial=HWTC00100001");
    }

    @Test
    void a_driver_that_leaves_a_profile_out_is_shown_the_refusal_of_the_device() {
        assertThat(failure(LeavesOutAProfile.class, "Registration", "puts_the_ONU_on_the_device_as_ordered"))
                .contains(
                        "OltDriver.register puts the ONU on the device with the order's port, serial number and profiles",
                        "-> Inconsistent value(12) at object 3",
                        "ONUs registered on the device: none");
    }

    @Test
    void a_driver_that_reads_other_profiles_than_it_wrote_is_told_to_read_what_it_wrote() {
        assertThat(failure(ReadsOtherProfiles.class, "Registration", "that_is_repeated_writes_nothing"))
                .contains("OltDriver.find and configuration must show what register and bindService wrote");
    }

    @Test
    void a_driver_that_takes_silence_for_absence_is_told_that_it_is_not() {
        assertThat(failure(TakesSilenceForAbsence.class, "Silence", "of_the_device_makes_no_ONU_absent"))
                .contains("What cannot be read is not absent", "GETBULK 1.3.6.1.4.1.32473.7.1.1 -> no answer");
        assertThat(failure(TakesSilenceForAbsence.class, "Silence", "of_the_device_confirms_no_removal"))
                .contains("What cannot be read is not absent");
    }

    @Test
    void a_driver_that_counts_ids_by_itself_is_told_to_look_them_up() {
        assertThat(failure(CountsIds.class, "Registration", "uses_an_id_that_became_free"))
                .contains("An id that became free is used again", "expected: 4");
    }

    @Test
    void a_driver_that_believes_what_it_remembers_is_told_to_believe_the_device() {
        assertThat(failure(RemembersOnus.class, "Persistence", "that_loses_the_configuration_is_noticed"))
                .contains("the driver believes the device, not what it remembers");
    }

    @Test
    void a_driver_that_takes_any_device_for_its_own_is_told_to_refuse_other_makes() {
        assertThat(failure(TakesAnyDevice.class, "DeviceDetection", "keeps_the_driver_from_writing_to_another_make"))
                .contains("OltDriver.detect refuses a device of another make");
    }

    @Test
    void a_driver_that_repeats_a_set_is_shown_the_fault_that_was_injected() {
        assertThat(failure(
                        RepeatsSets.class,
                        "FaultAtAnySet",
                        "of_a_removal_is_told_and_made_good_by_repeating",
                        InjectedFault.class.getName()))
                .contains(
                        "Do not repeat a set, do not catch a fault",
                        "-> injected fault BUSY: Resource unavailable(13) at object 1");
    }

    // the mistakes

    static final class InTwoRequests extends BrokenKit {
        InTwoRequests() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = super.register(session, order);
                    session.set(VarBind.of(
                            LINE.append(index(session, onu)), order.profiles().line()));
                    return onu;
                }
            });
        }
    }

    static final class DeletesNothing extends BrokenKit {
        DeletesNothing() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public void delete(OltSession session, OnuRef onu) {}
            });
        }
    }

    static final class LeavesOutAProfile extends BrokenKit {
        LeavesOutAProfile() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = new OnuRef(order.port(), freeId(session, order.port()), order.serial());
                    session.set(
                            VarBind.of(SERIAL.append(index(session, onu)), SerialCodec.octets(order.serial())),
                            VarBind.of(
                                    LINE.append(index(session, onu)),
                                    order.profiles().line()),
                            RowStatus.createAndGo(STATUS.append(index(session, onu))));
                    return onu;
                }
            });
        }
    }

    static final class ReadsOtherProfiles extends BrokenKit {
        ReadsOtherProfiles() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
                    return super.configuration(session, onu)
                            .map(read -> new OnuConfiguration(
                                    onu, Optional.of(new OnuProfiles("HOME-100", "router")), true, List.of()));
                }
            });
        }
    }

    static final class TakesSilenceForAbsence extends BrokenKit {
        TakesSilenceForAbsence() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
                    try {
                        return super.find(session, serial);
                    } catch (OltFault fault) {
                        return Optional.empty();
                    }
                }
            });
        }
    }

    static final class CountsIds extends BrokenKit {
        CountsIds() {
            super(olt -> new MinimalDriver(olt) {
                private final AtomicInteger ids = new AtomicInteger();

                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = new OnuRef(order.port(), ids.incrementAndGet(), order.serial());
                    session.set(
                            VarBind.of(SERIAL.append(index(session, onu)), SerialCodec.octets(order.serial())),
                            VarBind.of(
                                    LINE.append(index(session, onu)),
                                    order.profiles().line()),
                            VarBind.of(
                                    SERVICE.append(index(session, onu)),
                                    order.profiles().service()),
                            RowStatus.createAndGo(STATUS.append(index(session, onu))));
                    return onu;
                }
            });
        }
    }

    static final class RemembersOnus extends BrokenKit {
        RemembersOnus() {
            super(olt -> new MinimalDriver(olt) {
                private final Map<OnuRef, OnuConfiguration> remembered = new ConcurrentHashMap<>();

                @Override
                public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
                    return remembered.keySet().stream()
                            .filter(onu -> onu.serial().equals(serial))
                            .findFirst()
                            .or(() -> super.find(session, serial));
                }

                @Override
                public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
                    return Optional.ofNullable(remembered.get(onu)).or(() -> {
                        Optional<OnuConfiguration> read = super.configuration(session, onu);
                        read.ifPresent(found -> remembered.put(onu, found));
                        return read;
                    });
                }
            });
        }
    }

    static final class TakesAnyDevice extends BrokenKit {
        TakesAnyDevice() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public Detection detect(OltSession session, SystemInfo system) {
                    return new Detection(Detection.Fit.MAYBE, "it has a sysObjectID");
                }
            });
        }
    }

    static final class RepeatsSets extends BrokenKit {
        RepeatsSets() {
            super(olt -> new MinimalDriver(olt) {
                @Override
                public void delete(OltSession session, OnuRef onu) {
                    try {
                        super.delete(session, onu);
                    } catch (OltFault fault) {
                        super.delete(session, onu);
                    }
                }
            });
        }
    }

    /** The kit of the minimal driver, for another driver. */
    abstract static class BrokenKit extends MinimalKitTest {
        private final Function<OltId, OltDriver> drivers;

        BrokenKit(Function<OltId, OltDriver> drivers) {
            this.drivers = drivers;
        }

        @Override
        protected OltDriverProvider provider() {
            return new MinimalDriverProvider(drivers);
        }
    }

    /** Runs one test of the kit, and gives the messages with which it failed. */
    private static String failure(
            Class<? extends OltDriverTck> kit, String group, String test, String... parameterTypes) {
        List<String> failures = new ArrayList<>();
        AtomicInteger tests = new AtomicInteger();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectNestedMethod(
                                        List.of(kit.getName()),
                                        OltDriverTck.class.getName() + "$" + group,
                                        test,
                                        String.join(",", parameterTypes)))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                                tests.addAndGet(identifier.isTest() ? 1 : 0);
                                result.getThrowable()
                                        .ifPresent(failure -> failures.add(String.valueOf(failure.getMessage())));
                            }
                        });
        assertThat(tests.get()).as("tests that ran").isPositive();
        assertThat(failures).as("failures of " + kit.getSimpleName()).isNotEmpty();
        return String.join("\n\n", failures);
    }
}
