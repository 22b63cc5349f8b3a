package io.silverdata.contract.adapters.olt.tck;

import io.silverdata.contract.adapters.olt.LinePlan;
import io.silverdata.contract.adapters.olt.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * What {@link io.silverdata.contract.adapters.olt.spi.OltDriver} asks of a driver, through the gateway and a real SNMP agent.
 * Extend it, and say which driver, which device, and which plans the device knows. What the driver's capabilities exclude is
 * skipped; what they call experimental is allowed here and tested.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class OltDriverTck {
    /** The OLT of every test. */
    protected static final OltId OLT = new OltId("olt-1");

    /** Which driver is asked. */
    protected abstract OltDriverProvider provider();

    /** A new device with the PON ports {@link #port} 1 and 2, and the profiles of {@link #plan} and {@link #otherPlans}. */
    protected abstract SimulatedDevice device();

    /** What the usual line profile, named {@code line-home-100}, is on the device. */
    protected abstract LinePlan plan();

    /** What other line profiles are, each of a name of its own, and different from {@link #plan} in what the device can tell. */
    protected abstract List<LinePlan> otherPlans();

    /** A plan, of a name of its own, with a profile that the device does not know and refuses; empty if it takes any. */
    protected Optional<LinePlan> unknownPlan() {
        return Optional.empty();
    }

    /** PON port 1 or 2. */
    protected PonPortId port(int n) {
        return new PonPortId(OLT, 0, 1, n);
    }

    /** What else the driver needs to be told. */
    protected OltSettings.Builder adjust(OltSettings.Builder settings) {
        return settings;
    }

    /** An ONU, one for each number. */
    protected OnuSerial serial(int n) {
        return new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", 0x10_0000 + n));
    }
}
