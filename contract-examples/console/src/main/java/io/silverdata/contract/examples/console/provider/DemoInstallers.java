package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.time.Instant;
import java.util.Locale;

/**
 * The installers of the demo. Where an output is reserved they plug an ONU in, which nobody registered yet; where a line is built or moved
 * they plug in that of the contract. They read what happened since they began.
 */
final class DemoInstallers implements WorkerRound {
    private static final int EVENTS_AT_ONCE = 2_000;

    private final EventLog events;
    private final DemoNetwork network;
    private final Instant since;
    private EventCursor read = EventCursor.START;
    private int onus;

    DemoInstallers(EventLog events, DemoNetwork network, Instant since) {
        this.events = events;
        this.network = network;
        this.since = since;
    }

    @Override
    public synchronized void ended(Contracts contracts) {
        EventPage page = events.read(read, EVENTS_AT_ONCE);
        while (!page.events().isEmpty()) {
            page.events().stream()
                    .filter(event -> !event.recordedAt().isBefore(since))
                    .map(RecordedEvent::event)
                    .forEach(this::goTo);
            read = page.end();
            page = events.read(read, EVENTS_AT_ONCE);
        }
    }

    private void goTo(ContractEvent event) {
        if (event instanceof ContractEvent.PortsReserved reserved) {
            network.plugIn(reserved.ports().ponPort(), anotherOnu());
        } else if (event instanceof ContractEvent.ContractActivated activated) {
            plugIn(activated.line());
        } else if (event instanceof ContractEvent.Relocated relocated) {
            plugIn(relocated.line());
        }
    }

    private void plugIn(Line line) {
        network.plugIn(line.ports().ponPort(), line.onu());
    }

    private OnuSerial anotherOnu() {
        onus++;
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", 0x7D00_0000 + onus));
    }
}
