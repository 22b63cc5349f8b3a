package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.silverdata.contract.adapters.olt.DirectDriver;
import io.silverdata.contract.adapters.olt.ifmib.IfMibDriverProvider;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal.Status;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a make's class may rely on the simulator for. */
class SimulatorTest {
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.32473.12");
    private static final Oid ROW = Oid.of(7);

    /** Column 1 is a number up to 9, column 2 one that is not less; column 5 only reads, and shows the condition's count. */
    private static final class Device extends DerivedStateDevice {
        private final SimulatedTable rows = table(TABLE)
                .integers(1, 0, 9)
                .integers(2, 0, 9)
                .byDefault(2, SnmpValue.of(9))
                .rowStatus(3)
                .readOnly(5, SnmpValue.of(0))
                .rules(new SimulatedTable.Rules() {
                    @Override
                    public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
                        changing(index, cells, cells);
                    }

                    @Override
                    public void changing(Oid index, Map<Long, SnmpValue> written, Map<Long, SnmpValue> row)
                            throws SnmpRefusal {
                        require(number(value(row, 1)) <= number(value(row, 2)), Status.INCONSISTENT_VALUE, 1);
                        if (number(value(row, 1)) == 8) {
                            throw new IllegalArgumentException("a mistake in the rules");
                        }
                    }
                });
        private int derived;

        Device(boolean updates) {
            super("1.3.6.1.4.1.32473.12.9", "a device for its own test");
            if (updates) {
                rows.createAndGoUpdates();
            }
        }

        @Override
        public List<ConfiguredOnu> configured() {
            return List.of();
        }

        @Override
        protected void clearState() {
            derived++;
            rows.indexes().forEach(index -> rows.put(index, Map.of(5L, SnmpValue.of(derived))));
        }

        @Override
        protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {}

        @Override
        protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {}
    }

    @Test
    void what_can_only_be_read_is_derived_at_the_start_and_after_every_set() {
        Device device = new Device(false);
        with(device, session -> {
            assertThat(device.derived).isEqualTo(1);
            create(session);

            assertThat(session.get(cell(5))).contains(SnmpValue.of(2));
        });
    }

    @Test
    void a_rule_sees_the_whole_row_and_its_refusal_names_the_cell() {
        with(new Device(false), session -> {
            create(session);
            session.set(VarBind.of(cell(2), 4));

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> session.set(VarBind.of(cell(1), 5)))
                    .withMessageContaining(cell(1).toString());
            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> session.set(
                            RowStatus.createAndGo(TABLE.append(3, 8)),
                            VarBind.of(TABLE.append(2, 8), 1),
                            VarBind.of(TABLE.append(1, 8), 2)))
                    .withMessageContainingAll(TABLE.append(1, 8).toString(), "at object 3");
        });
    }

    @Test
    void a_cell_that_can_only_be_read_is_not_writable_and_goes_with_its_row() {
        with(new Device(false), session -> {
            create(session);

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> session.set(VarBind.of(cell(5), 5)))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.ACCESS_DENIED));
            session.set(RowStatus.destroy(cell(3)));
            assertThat(session.get(cell(5))).isEmpty();
        });
    }

    @Test
    void createAndGo_of_a_row_that_exists_is_refused_or_updates_it_as_the_make_does() {
        with(new Device(false), session -> {
            create(session);

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> create(session))
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(OltFault.Kind.CONFLICT));
        });
        with(new Device(true), session -> {
            create(session);
            session.set(VarBind.of(cell(1), 3), RowStatus.createAndGo(cell(3)));

            assertThat(session.get(List.of(cell(1), cell(3))))
                    .containsEntry(cell(1), SnmpValue.of(3))
                    .containsEntry(cell(3), SnmpValue.of(1));
        });
    }

    @Test
    void an_exception_of_the_device_fails_the_test_with_its_trace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> with(
                        new Device(false),
                        session -> assertThatExceptionOfType(OltFault.class)
                                .isThrownBy(() -> session.set(VarBind.of(cell(1), 8), RowStatus.createAndGo(cell(3))))))
                .withMessageContaining(cell(1).toString())
                .havingCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessage("a mistake in the rules");
    }

    private static void create(OltSession session) {
        session.set(VarBind.of(cell(1), 1), RowStatus.createAndGo(cell(3)));
    }

    private static Oid cell(long column) {
        return TABLE.append(column).append(ROW);
    }

    private static void with(Device device, Consumer<OltSession> test) {
        try (SimulatedOlt olt = SimulatedOlt.start(device);
                DirectDriver direct = new DirectDriver(
                        new IfMibDriverProvider(),
                        olt.reach(OltSettings.builder(new OltId("olt-1")).driver("if-mib"))
                                .build())) {
            test.accept(direct.session(Operation.REGISTER));
        }
    }
}
