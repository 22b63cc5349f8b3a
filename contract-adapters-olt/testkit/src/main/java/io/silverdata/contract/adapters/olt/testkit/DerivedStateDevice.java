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
 * A device that works out all that can only be read, whenever its configuration or its plant changes. Meant for tens of ONUs,
 * not for thousands.
 */
public abstract class DerivedStateDevice extends SimulatedDevice {
    private Optional<VarBind> saveOrder = Optional.empty();

    /** A device that says this about itself and has nothing but that. Its constructor ends with {@link #deriveState}. */
    protected DerivedStateDevice(String sysObjectId, String sysDescr) {
        super(Oid.parse(sysObjectId), sysDescr);
    }

    /** How a registered ONU is. */
    public enum Condition {
        /** It works. */
        ONLINE,
        /** No light gets through, or it hangs elsewhere. */
        NO_LIGHT,
        /** It has no power; its last word was that it lost it. */
        NO_POWER,
        /** It may not work. */
        DISABLED
    }

    /** Removes every object that tells how ONUs are, and which are found. */
    protected abstract void clearState();

    /** Shows how a registered ONU is. */
    protected abstract void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected);

    /** Shows an ONU that is not registered, if the device does that. */
    protected abstract void showUnregistered(PonPortId port, int number, OnuSerial serial);

    /** Which set makes the device keep its configuration. */
    protected final void savesOn(VarBind order) {
        saveOrder = Optional.of(order);
        mib().put(order.oid(), 0);
    }

    @Override
    protected Runnable prepare(List<VarBind> objects) throws SnmpRefusal {
        List<VarBind> others = new ArrayList<>(objects);
        boolean save = saveOrder.isPresent() && others.removeIf(saveOrder.get()::equals);
        if (others.stream()
                .anyMatch(object -> saveOrder.isPresent()
                        && object.oid().equals(saveOrder.get().oid()))) {
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

    /** Works everything out anew. */
    protected final void deriveState() {
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

    /** Whether a serial number is registered. */
    protected final boolean isRegistered(OnuSerial serial) {
        return configured().stream().anyMatch(onu -> onu.serial().equals(serial));
    }

    /** A serial number in a cell of eight octets. Throws to refuse what is none. */
    protected static OnuSerial serialOfOctets(SnmpValue value) throws SnmpRefusal {
        return serial(HexFormat.of().formatHex(((SnmpValue.Octets) value).octets()));
    }

    /** The serial number in a cell of a row that is there. */
    protected static OnuSerial serialOf(SnmpValue value) {
        return SerialCodec.read(value).orElseThrow();
    }

    /** A serial number in a text. Throws to refuse what is none. */
    protected static OnuSerial serial(String text) throws SnmpRefusal {
        return OnuSerial.parse(text).getOrElseThrow(() -> new SnmpRefusal(Status.WRONG_VALUE));
    }

    /** The eight octets of a serial number. */
    protected static byte[] octets(OnuSerial serial) {
        return HexFormat.of().parseHex(serial.toHexadecimal());
    }

    /** Throws to refuse. */
    protected static void require(boolean condition, Status otherwise) throws SnmpRefusal {
        if (!condition) {
            throw new SnmpRefusal(otherwise);
        }
    }

    /** Holds a PON port to how the vendor numbers them. */
    protected static void requirePort(PonPortId port, boolean condition, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException("PON port " + port + " must be numbered " + allowed);
        }
    }

    /** The text in a cell. */
    protected static String text(SnmpValue value) {
        return ((SnmpValue.Octets) value).text();
    }

    /** The number in a cell. */
    protected static int number(SnmpValue value) {
        return Math.toIntExact(value.number().orElseThrow());
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
}
