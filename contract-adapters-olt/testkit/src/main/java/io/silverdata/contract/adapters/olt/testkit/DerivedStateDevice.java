package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal.Status;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device that derives all that can only be read, state, optics and autofind, from what is registered and what is connected. It
 * does so by itself: when it starts, after every set, and whenever an ONU is connected, loses light or power. A make's class says
 * how to show it: {@link #clearState} removes it all, {@link #showState} and {@link #showUnregistered} put it there ONU by ONU. See
 * the example in this package's description.
 *
 * <p>Meant for tens of ONUs, not for thousands. Besides that, there are helpers for cells.
 */
public abstract class DerivedStateDevice extends SimulatedDevice {
    private Optional<VarBind> saveCommand = Optional.empty();

    /** A device without interfaces and tables. */
    protected DerivedStateDevice(String sysObjectId, String sysDescr) {
        super(Oid.parse(sysObjectId), sysDescr);
    }

    /** The condition of a registered ONU. */
    public enum Condition {
        /** It works: enabled, connected where it is registered, with light and power. */
        ONLINE,
        /** No light gets through, or it is connected elsewhere, or not at all. */
        NO_LIGHT,
        /** It has no power, and said so before it went: dying gasp. */
        NO_POWER,
        /** It has light and power, and is disabled. */
        DISABLED
    }

    /** Removes every object that {@link #showState} and {@link #showUnregistered} put, for all ONUs. */
    protected abstract void clearState();

    /**
     * Puts the objects that tell the state of a registered ONU.
     *
     * @param onu as {@link #configured} says
     * @param condition its condition
     * @param connected the ONU if it is connected where it is registered, with its light and distance; a device shows these of an
     *     ONU that is {@link Condition#ONLINE}, and its vendor's "not available" otherwise
     */
    protected abstract void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected);

    /**
     * Puts the objects that tell of an ONU that the device sees at a port where it is not registered. Does nothing where the make
     * shows no such ONUs.
     *
     * @param number another one for each such ONU
     */
    protected abstract void showUnregistered(PonPortId port, int number, OnuSerial serial);

    /** Which object and value of a set makes the device save its configuration; it reads 0. */
    protected final void savesOn(VarBind command) {
        saveCommand = Optional.of(command);
        mib().put(command.oid(), 0);
    }

    @Override
    protected Runnable prepare(List<VarBind> objects) throws SnmpRefusal {
        List<VarBind> others = new ArrayList<>(objects);
        boolean save = saveCommand.isPresent() && others.removeIf(saveCommand.get()::equals);
        if (others.stream()
                .anyMatch(object -> saveCommand.isPresent()
                        && object.oid().equals(saveCommand.get().oid()))) {
            throw new SnmpRefusal(Status.WRONG_VALUE, 1);
        }
        Runnable change = others.isEmpty() ? () -> {} : super.prepare(others);
        return () -> {
            change.run();
            if (save) {
                save();
            }
        };
    }

    @Override
    protected final void refresh(OnuSerial serial) {
        deriveState();
    }

    @Override
    final void settle() {
        deriveState();
    }

    private void deriveState() {
        clearState();
        Map<OnuSerial, PonPortId> registered = new HashMap<>();
        for (ConfiguredOnu onu : configured()) {
            registered.put(onu.serial(), onu.port());
            Optional<ConnectedOnu> here =
                    connected(onu.serial()).filter(one -> one.port().equals(onu.port()));
            showState(onu, condition(onu, here), here);
        }
        int number = 0;
        for (ConnectedOnu onu : connected()) {
            number++;
            if (onu.visible() && !onu.port().equals(registered.get(onu.serial()))) {
                showUnregistered(onu.port(), number, onu.serial());
            }
        }
    }

    private static Condition condition(ConfiguredOnu onu, Optional<ConnectedOnu> here) {
        if (here.isEmpty() || !here.get().lit()) {
            return Condition.NO_LIGHT;
        }
        if (!here.get().powered()) {
            return Condition.NO_POWER;
        }
        return onu.enabled() ? Condition.ONLINE : Condition.DISABLED;
    }

    // helpers for the rules of tables

    /** Whether a serial number is registered, at whatever port. */
    protected final boolean isRegistered(OnuSerial serial) {
        return configured().stream().anyMatch(onu -> onu.serial().equals(serial));
    }

    /** Refuses with this status unless the condition holds. */
    protected static void require(boolean condition, Status otherwise) throws SnmpRefusal {
        if (!condition) {
            throw new SnmpRefusal(otherwise);
        }
    }

    /** Refuses with this status, naming the cell in this column, unless the condition holds. */
    protected static void require(boolean condition, Status otherwise, long column) throws SnmpRefusal {
        if (!condition) {
            throw SnmpRefusal.ofColumn(otherwise, column);
        }
    }

    /**
     * For constructors that are given PON ports: holds a port to how the make numbers them.
     *
     * @param allowed what is allowed, for the message
     * @throws IllegalArgumentException unless the condition holds
     */
    protected static void requirePort(PonPortId port, boolean condition, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException("PON port " + port + " must be numbered " + allowed);
        }
    }

    /** The serial number that a set writes as eight octets; refuses other octets with wrongValue. */
    protected static OnuSerial serialOfOctets(SnmpValue value) throws SnmpRefusal {
        return serial(HexFormat.of().formatHex(((SnmpValue.Octets) value).octets()));
    }

    /** The serial number that a set writes as a text; refuses other texts with wrongValue. */
    protected static OnuSerial serial(String text) throws SnmpRefusal {
        return OnuSerial.parse(text).getOrElseThrow(() -> new SnmpRefusal(Status.WRONG_VALUE));
    }

    // helpers for cells

    /** The serial number in a cell of a row that was checked when it was made, in whatever form. */
    protected static OnuSerial serialOf(SnmpValue value) {
        return SerialCodec.read(value).orElseThrow();
    }

    /** The eight octets of a serial number. */
    protected static byte[] octets(OnuSerial serial) {
        return SerialCodec.octets(serial);
    }

    /** The text in a cell of type OCTET STRING. */
    protected static String text(SnmpValue value) {
        return ((SnmpValue.Octets) value).text();
    }

    /** The number in a cell. */
    protected static int number(SnmpValue value) {
        return Math.toIntExact(value.number().orElseThrow());
    }
}
