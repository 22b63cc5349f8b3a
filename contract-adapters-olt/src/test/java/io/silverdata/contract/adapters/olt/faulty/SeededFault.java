package io.silverdata.contract.adapters.olt.faulty;

import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.OnuTable;
import io.silverdata.contract.adapters.olt.spi.PortState;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A mistake in a driver, and the test of the kit that has to catch it. */
enum SeededFault {
    DELETES_THE_SAME_ID_AT_ANOTHER_PORT("Removal", "leaves_nothing_on_the_device") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void delete(OltSession session, OnuRef onu) {
                    session.set(RowStatus.destroy(STATUS.append(firstWithId(session, onu))));
                }
            };
        }
    },
    DELETES_THE_SAME_ID_AT_EVERY_PORT("Removal", "leaves_nothing_on_the_device") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void delete(OltSession session, OnuRef onu) {
                    session.set(List.of(
                            RowStatus.destroy(STATUS.append(201, onu.id())),
                            RowStatus.destroy(STATUS.append(202, onu.id()))));
                }
            };
        }
    },
    SUSPENDS_THE_SAME_ID_AT_ANOTHER_PORT("Suspension", "keeps_the_ONU_registered_and_from_working") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
                    session.set(VarBind.of(ADMIN.append(firstWithId(session, onu)), enabled ? 1 : 2));
                }
            };
        }
    },
    SUSPENDS_THE_SAME_ID_AT_EVERY_PORT("Suspension", "keeps_the_ONU_registered_and_from_working") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
                    int admin = enabled ? 1 : 2;
                    session.set(
                            VarBind.of(ADMIN.append(201, onu.id()), admin),
                            VarBind.of(ADMIN.append(202, onu.id()), admin));
                }
            };
        }
    },
    SUSPENDS_THE_WHOLE_PORT("Suspension", "keeps_the_ONU_registered_and_from_working") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
                    setPortEnabled(session, onu.port(), enabled);
                }
            };
        }
    },
    CHANGES_THE_PROFILES_OF_THE_SAME_ID_AT_EVERY_PORT("PlanChange", "gives_the_ONU_the_other_plan_and_back") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
                    session.set(
                            VarBind.of(LINE.append(201, onu.id()), profiles.line()),
                            VarBind.of(LINE.append(202, onu.id()), profiles.line()),
                            VarBind.of(SERVICE.append(202, onu.id()), profiles.service()));
                }
            };
        }
    },
    BINDS_THE_SERVICE_TO_THE_SAME_ID_AT_ANOTHER_PORT("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
                    OnuRef other = new OnuRef(ponPorts(session).get(0), onu.id(), onu.serial());
                    super.bindService(
                            session,
                            other,
                            new ServiceBinding(
                                    9,
                                    service.user(),
                                    service.outer(),
                                    service.inner(),
                                    service.downstream(),
                                    service.upstream()));
                    super.bindService(session, onu, service);
                }
            };
        }
    },
    READS_THE_CONFIGURATION_OF_THE_SAME_ID_AT_ANOTHER_PORT("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
                    return Optional.of(configuration(
                            session, onu, session.row(firstWithId(session, onu), List.of(LINE, SERVICE, ADMIN))));
                }
            };
        }
    },
    READS_THE_STATE_OF_THE_SAME_ID_AT_ANOTHER_PORT("StateOfAnOnu", "that_works_is_online_with_what_is_measured") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
                    return state(onu, session.row(firstWithId(session, onu), columns()));
                }
            };
        }
    },
    FINDS_THE_FIRST_ONU_OF_THE_VENDOR("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
                    return session.first(
                                    Walk.of(SERIAL),
                                    row -> row.serial(SERIAL)
                                            .filter(found -> found.value()
                                                    .startsWith(serial.value().substring(0, 4)))
                                            .isPresent())
                            .map(row -> new OnuRef(
                                    ports.port(session, row.index().get(0)),
                                    (int) row.index().get(1),
                                    serial));
                }
            };
        }
    },
    FINDS_ONLY_AT_THE_FIRST_PORT("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
                    return super.find(session, serial).filter(onu -> onu.port().port() == 1);
                }
            };
        }
    },
    READS_THE_STATES_OF_THE_WHOLE_OLT_FOR_A_PORT("StateOfAnOnu", "is_the_same_when_a_whole_port_is_read") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void states(
                        OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
                    ponPorts(session).forEach(one -> super.states(session, one, details, states));
                }
            };
        }
    },
    INVENTORIES_ONLY_THE_FIRST_PORT("InventoryOfAnOlt", "says_of_each_ONU_what_reading_it_alone_says") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
                    return port.port() == 1 ? super.configurations(session, port) : Optional.of(List.of());
                }
            };
        }
    },
    INVENTORIES_EVERY_ONU_AS_ENABLED("InventoryOfAnOlt", "says_of_each_ONU_what_reading_it_alone_says") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
                    return super.configurations(session, port)
                            .map(all -> all.stream()
                                    .map(one -> new OnuConfiguration(one.onu(), one.profiles(), true, one.services()))
                                    .toList());
                }
            };
        }
    },
    SWITCHES_EVERY_PORT("PonPort", "that_is_switched_off_and_on_is_the_one_that_was_meant") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
                    session.set(
                            VarBind.of(IF_ADMIN.append(201), enabled ? 1 : 2),
                            VarBind.of(IF_ADMIN.append(202), enabled ? 1 : 2));
                }
            };
        }
    },
    COUNTS_THE_ONUS_OF_EVERY_PORT("PonPort", "that_has_ONUs_has_them_counted") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public PortState port(OltSession session, PonPortId port) {
                    PortState state = super.port(session, port);
                    int all = session.rows(Walk.of(STATUS)).size();
                    return new PortState(port, state.admin(), state.oper(), OptionalInt.of(all), state.sent());
                }
            };
        }
    },
    TAKES_A_TIMEOUT_OF_A_REGISTRATION_FOR_SUCCESS(
            "FaultAtAnySet",
            "of_a_registration_is_told_and_made_good_by_repeating",
            "io.silverdata.contract.adapters.olt.testkit.InjectedFault") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = onus.place(session, order);
                    passingOverTimeouts(() -> session.set(cells(session, onu, order)));
                    return onu;
                }
            };
        }
    },
    TAKES_A_TIMEOUT_OF_A_SUSPENSION_FOR_SUCCESS(
            "FaultAtAnySet",
            "of_a_suspension_is_told_and_made_good_by_repeating",
            "io.silverdata.contract.adapters.olt.testkit.InjectedFault") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
                    passingOverTimeouts(() -> super.setEnabled(session, onu, enabled));
                }
            };
        }
    },
    TAKES_A_TIMEOUT_OF_A_REMOVAL_FOR_SUCCESS(
            "FaultAtAnySet",
            "of_a_removal_is_told_and_made_good_by_repeating",
            "io.silverdata.contract.adapters.olt.testkit.InjectedFault") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void delete(OltSession session, OnuRef onu) {
                    passingOverTimeouts(() -> super.delete(session, onu));
                }
            };
        }
    },
    TAKES_A_TIMEOUT_OF_A_SERVICE_FOR_SUCCESS(
            "FaultAtAnySet",
            "of_a_plan_change_is_told_and_made_good_by_repeating",
            "io.silverdata.contract.adapters.olt.testkit.InjectedFault") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
                    passingOverTimeouts(() -> super.bindService(session, onu, service));
                }
            };
        }
    },
    TAKES_A_TIMEOUT_OF_SWITCHING_A_PORT_FOR_SUCCESS("FaultAtAnySet", "of_switching_a_PON_port_is_told") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
                    passingOverTimeouts(() -> super.setPortEnabled(session, port, enabled));
                }
            };
        }
    },
    TAKES_A_TIMEOUT_OF_SAVING_FOR_SUCCESS("FaultAtAnySet", "of_saving_is_told") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void save(OltSession session) {
                    passingOverTimeouts(() -> super.save(session));
                }
            };
        }
    },
    SENDS_A_REGISTRATION_AGAIN_AFTER_A_TIMEOUT(
            "FaultAtAnySet",
            "of_a_registration_is_told_and_made_good_by_repeating",
            "io.silverdata.contract.adapters.olt.testkit.InjectedFault") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = onus.place(session, order);
                    List<VarBind> cells = cells(session, onu, order);
                    try {
                        session.set(cells);
                    } catch (OltFault fault) {
                        session.set(cells);
                    }
                    return onu;
                }
            };
        }
    },
    SENDS_EVERY_SUSPENSION_TWICE("Suspension", "keeps_the_ONU_registered_and_from_working") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
                    super.setEnabled(session, onu, enabled);
                    super.setEnabled(session, onu, enabled);
                }
            };
        }
    },
    SENDS_EVERY_REMOVAL_TWICE("Removal", "leaves_nothing_on_the_device") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void delete(OltSession session, OnuRef onu) {
                    super.delete(session, onu);
                    super.delete(session, onu);
                }
            };
        }
    },
    TAKES_A_REFUSAL_OF_A_SUSPENSION_FOR_SUCCESS(
            "FaultAtAnySet",
            "of_a_suspension_is_told_and_made_good_by_repeating",
            "io.silverdata.contract.adapters.olt.testkit.InjectedFault") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
                    try {
                        super.setEnabled(session, onu, enabled);
                    } catch (OltFault fault) {
                        // as if nothing had been
                    }
                }
            };
        }
    },
    REGISTERS_WITH_TWO_REQUESTS("Registration", "is_one_request") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = super.register(session, order);
                    session.set(VarBind.of(DESCRIPTION.append(index(session, onu)), order.description()));
                    return onu;
                }
            };
        }
    },
    LEAVES_THE_DESCRIPTION_OUT("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    return super.register(session, new RegisterOnu(order.port(), order.serial(), order.profiles(), ""));
                }
            };
        }
    },
    REGISTERS_AT_THE_FIRST_PORT("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    return super.register(
                            session,
                            new RegisterOnu(
                                    ponPorts(session).get(0), order.serial(), order.profiles(), order.description()));
                }
            };
        }
    },
    SWAPS_BOTH_PROFILES_WHEN_WRITING_AND_READING("Registration", "puts_the_ONU_on_the_device_as_ordered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    return super.register(
                            session,
                            new RegisterOnu(
                                    order.port(),
                                    order.serial(),
                                    new OnuProfiles("home-100", order.profiles().service()),
                                    order.description()));
                }

                @Override
                public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
                    return super.configuration(session, onu)
                            .map(read -> new OnuConfiguration(
                                    onu,
                                    Optional.of(new OnuProfiles("home-300", "router")),
                                    read.enabled(),
                                    read.services()));
                }
            };
        }
    },
    TAKES_AN_ID_BEYOND_THE_LAST("Registration", "at_a_full_port_is_refused_and_writes_nothing") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = new OnuTable(ports, SERIAL, 1, 64).place(session, order);
                    session.set(cells(session, onu, order));
                    return onu;
                }
            };
        }
    },
    STOPS_BEFORE_THE_LAST_ID("Registration", "at_a_full_port_is_refused_and_writes_nothing") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public OnuRef register(OltSession session, RegisterOnu order) {
                    OnuRef onu = new OnuTable(ports, SERIAL, 1, 15).place(session, order);
                    session.set(cells(session, onu, order));
                    return onu;
                }
            };
        }
    },
    LEAVES_ITS_SERVICE_BEHIND("PlanChange", "gives_the_ONU_the_other_plan_and_back") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void unbindService(OltSession session, OnuRef onu, ServiceBinding service) {}
            };
        }
    },
    SAVES_NOTHING("Persistence", "keeps_the_configuration_over_a_restart") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public void save(OltSession session) {
                    session.get(SAVE);
                }
            };
        }
    },
    TELLS_THE_DISTANCE_IN_DECIMETRES("StateOfAnOnu", "that_works_is_online_with_what_is_measured") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuState state(OnuRef onu, Row row) {
                    OptionalLong told = row.number(METRES);
                    return super.state(onu, row)
                            .withDistance(OnuState.plausible(
                                    told.isPresent() ? OptionalLong.of(told.getAsLong() / 10) : told));
                }
            };
        }
    },
    TELLS_NO_DISTANCE("StateOfAnOnu", "that_works_is_online_with_what_is_measured") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuState state(OnuRef onu, Row row) {
                    return super.state(onu, row).withDistance(Optional.empty());
                }
            };
        }
    },
    TELLS_SENT_POWER_IN_A_WRONG_UNIT("StateOfAnOnu", "that_works_is_online_with_what_is_measured") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuOptics optics(Row row) {
                    OnuOptics right = super.optics(row);
                    return new OnuOptics(
                            right.onuReceived(), OnuOptics.hundredths(row, SENT, NONE), right.oltReceived());
                }
            };
        }
    },
    TELLS_RECEIVED_POWER_AS_THE_OLTS("StateOfAnOnu", "that_works_is_online_with_what_is_measured") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuOptics optics(Row row) {
                    OnuOptics right = super.optics(row);
                    return new OnuOptics(right.onuReceived(), right.onuSent(), right.onuReceived());
                }
            };
        }
    },
    TELLS_THE_OLTS_POWER_AS_RECEIVED("StateOfAnOnu", "that_works_is_online_with_what_is_measured") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuOptics optics(Row row) {
                    OnuOptics right = super.optics(row);
                    return new OnuOptics(right.oltReceived(), right.onuSent(), right.oltReceived());
                }
            };
        }
    },
    TAKES_A_WEAK_LIGHT_FOR_NONE("StateOfAnOnu", "with_weak_light_is_told_so") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuOptics optics(Row row) {
                    OnuOptics right = super.optics(row);
                    return new OnuOptics(
                            right.onuReceived().filter(power -> power.dbm() > -30),
                            right.onuSent(),
                            right.oltReceived());
                }
            };
        }
    },
    TAKES_THE_MARK_FOR_NO_LIGHT_FOR_LIGHT("StateOfAnOnu", "that_is_not_connected_has_no_light") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuOptics optics(Row row) {
                    return new OnuOptics(
                            row.decoded(RECEIVED, value -> Optional.of(new OpticalPower((int) Math.min(value, 0)))),
                            Optional.empty(),
                            Optional.empty());
                }
            };
        }
    },
    SAYS_ONLINE_WHATEVER_IS_SO("StateOfAnOnu", "that_is_not_connected_has_no_light") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuState state(OnuRef onu, Row row) {
                    return super.state(onu, row).online();
                }
            };
        }
    },
    SWAPS_POWER_AND_FIBRE("StateOfAnOnu", "tells_loss_of_power_from_a_cut_fibre") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                OnuState state(OnuRef onu, Row row) {
                    return switch (row.code(CONDITION)) {
                        case 3 -> super.state(onu, row).offline(OnuState.DownCause.POWER);
                        case 4 -> super.state(onu, row).offline(OnuState.DownCause.LOS);
                        default -> super.state(onu, row);
                    };
                }
            };
        }
    },
    LISTS_AN_UPLINK_AS_A_PON_PORT("Discovery", "lists_the_PON_ports_in_their_order") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public List<PonPortId> ponPorts(OltSession session) {
                    PonPortId first = super.ponPorts(session).get(0);
                    return Stream.concat(
                                    Stream.of(new PonPortId(first.olt(), 0, 0, 1)), super.ponPorts(session).stream())
                            .toList();
                }
            };
        }
    },
    DISCOVERS_AT_THE_FIRST_PORT("Discovery", "lists_a_connected_ONU_until_it_is_registered") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public List<DiscoveredOnu> unregistered(OltSession session) {
                    return super.unregistered(session).stream()
                            .map(onu -> new DiscoveredOnu(ponPorts(session).get(0), onu.serial(), onu.model()))
                            .toList();
                }
            };
        }
    },
    TAKES_SILENCE_FOR_ABSENCE("Silence", "of_the_device_makes_no_ONU_absent") {
        @Override
        OltDriver driver(OltId olt) {
            return new FaultyDriver(olt) {
                @Override
                public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
                    try {
                        return super.find(session, serial);
                    } catch (OltFault fault) {
                        return Optional.empty();
                    }
                }
            };
        }
    };

    private final String group;
    private final String test;
    private final String parameterTypes;

    SeededFault(String group, String test) {
        this(group, test, "");
    }

    SeededFault(String group, String test, String parameterTypes) {
        this.group = group;
        this.test = test;
        this.parameterTypes = parameterTypes;
    }

    /** A driver that makes the mistake, and no other. */
    abstract OltDriver driver(OltId olt);

    String group() {
        return group;
    }

    String test() {
        return test;
    }

    String parameterTypes() {
        return parameterTypes;
    }

    /** The sample driver, with what several mistakes need. */
    private abstract static class FaultyDriver extends SampleDriver {
        FaultyDriver(OltId olt) {
            super(olt);
        }

        /** Forgets the PON port: the first row with the ONU's number. */
        static Oid firstWithId(OltSession session, OnuRef onu) {
            return session.first(Walk.of(SERIAL), row -> row.index().get(1) == onu.id())
                    .orElseThrow()
                    .index();
        }

        static void passingOverTimeouts(Runnable set) {
            try {
                set.run();
            } catch (OltFault fault) {
                if (fault.kind() != OltFault.Kind.OUTCOME_UNKNOWN) {
                    throw fault;
                }
            }
        }
    }
}
