package io.silverdata.contract.adapters.olt.minimal;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuIds;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PonPortNames;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Registers, finds, reads back and deletes ONUs, and no more. Open, so that tests can break it. */
class MinimalDriver implements OltDriver {
    static final Oid ONU = Oid.parse("1.3.6.1.4.1.32473.7.1");
    static final Oid SERIAL = ONU.append(1);
    static final Oid LINE = ONU.append(2);
    static final Oid SERVICE = ONU.append(3);
    static final Oid STATUS = ONU.append(4);

    final PonPortNames ports;

    MinimalDriver(OltId olt) {
        ports = new PonPortNames(olt, Pattern.compile("pon (\\d+)/(\\d+)/(\\d+)"));
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.none()
                .with(
                        Capability.supported("made up for a test"),
                        Operation.DETECT,
                        Operation.LIST_PON_PORTS,
                        Operation.FIND,
                        Operation.REGISTER,
                        Operation.DELETE,
                        Operation.READ_CONFIGURATION);
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        boolean minimal = system.objectId().startsWith(Oid.parse("1.3.6.1.4.1.32473"));
        return new Detection(minimal ? Detection.Fit.YES : Detection.Fit.NO, "sysObjectID " + system.objectId());
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return List.copyOf(ports.all(session).keySet());
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(SERIAL), row -> row.hasSerial(SERIAL, serial))
                .map(row -> new OnuRef(
                        ports.port(session, row.index().get(0)),
                        (int) row.index().get(1),
                        serial));
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        OnuRef onu = new OnuRef(order.port(), freeId(session, order.port()), order.serial());
        Oid row = index(session, onu);
        session.set(
                VarBind.of(SERIAL.append(row), SerialCodec.octets(order.serial())),
                VarBind.of(LINE.append(row), order.profiles().line()),
                VarBind.of(SERVICE.append(row), order.profiles().service()),
                RowStatus.createAndGo(STATUS.append(row)));
        return onu;
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        session.set(RowStatus.destroy(STATUS.append(index(session, onu))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Row row = session.row(index(session, onu), List.of(SERIAL, LINE, SERVICE));
        return row.hasSerial(SERIAL, onu.serial())
                ? Optional.of(new OnuConfiguration(onu, OnuProfiles.read(row, LINE, SERVICE), true, List.of()))
                : Optional.empty();
    }

    final int freeId(OltSession session, PonPortId port) {
        Set<Integer> taken = session.rows(Walk.of(STATUS).under(ports.ifIndex(session, port))).stream()
                .map(row -> (int) row.index().get(1))
                .collect(Collectors.toSet());
        return OnuIds.free(session, port, taken, 1, 32);
    }

    final Oid index(OltSession session, OnuRef onu) {
        return Oid.of(ports.ifIndex(session, onu.port()), onu.id());
    }
}
