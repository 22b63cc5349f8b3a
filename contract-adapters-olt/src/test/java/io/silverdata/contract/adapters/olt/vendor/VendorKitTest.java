package io.silverdata.contract.adapters.olt.vendor;

import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.testkit.Measurement;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kit for the driver of one make. */
public abstract class VendorKitTest extends OltDriverTck {
    private final Vendor vendor;

    protected VendorKitTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @Override
    protected final OltDriverProvider provider() {
        return vendor.provider();
    }

    @Override
    protected final SimulatedDevice device() {
        return vendor.device(OLT);
    }

    @Override
    protected final PonPortId port(int n) {
        return vendor.port(OLT, n);
    }

    @Override
    protected final OltSettings.Builder configure(OltSettings.Builder settings) {
        return vendor.configure(settings);
    }

    @Override
    protected final LinePlan plan() {
        return vendor.plan();
    }

    @Override
    protected final List<LinePlan> otherPlans() {
        return vendor.otherPlans();
    }

    @Override
    protected final List<LineBinding> bindings() {
        return vendor.bindings();
    }

    @Override
    protected final Optional<LinePlan> unknownPlan() {
        return Optional.of(vendor.unknownPlan());
    }

    @Override
    protected final Set<Measurement> measurements() {
        return vendor.measurements();
    }
}
