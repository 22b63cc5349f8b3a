package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks by SNMP. */
final class SnmpOnuMonitor implements OnuMonitor {
    private final OltGateway olts;

    SnmpOnuMonitor(OltGateway olts) {
        this.olts = olts;
    }

    @Override
    public Answer<Optional<OnuReading>> read(OltId olt, OnuSerial onu) {
        return asking(() -> olts.state(olt, onu, EnumSet.allOf(OnuState.Detail.class))
                .map(SnmpOnuMonitor::reading));
    }

    @Override
    public Answer<List<VisibleOnu>> unregistered(OltId olt) {
        return asking(() -> olts.unregistered(olt).stream()
                .map(onu -> new VisibleOnu(onu.port(), onu.serial(), onu.model()))
                .toList());
    }

    private static <T> Answer<T> asking(Supplier<T> question) {
        try {
            return Answer.of(question.get());
        } catch (OltFault fault) {
            return Answer.none(fault.getMessage());
        } catch (IllegalArgumentException notSetUp) {
            return Answer.none(String.valueOf(notSetUp.getMessage()));
        }
    }

    private static OnuReading reading(OnuState state) {
        return new OnuReading(
                online(state.oper()),
                state.phase().name(),
                state.lastDown().name(),
                state.optics().onuReceived(),
                state.optics().onuSent(),
                state.optics().oltReceived(),
                state.distance());
    }

    private static Optional<Boolean> online(OnuState.Oper oper) {
        return switch (oper) {
            case ONLINE -> Optional.of(true);
            case OFFLINE -> Optional.of(false);
            case UNKNOWN -> Optional.empty();
        };
    }
}
