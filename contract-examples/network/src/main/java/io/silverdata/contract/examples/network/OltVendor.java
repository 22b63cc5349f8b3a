package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedNscrtv;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC3xx;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The vendors whose OLTs can be simulated, and what the operator has set up on them: every plan in the vendor's own way. */
public enum OltVendor {
    /** A line profile for each plan, one service profile, one service port. Frame, slot and port of 0/1/0 and on. */
    HUAWEI("huawei-smartax") {
        @Override
        public SimulatedDevice device(OltId olt, List<PonPortId> ports, List<PlanSnapshot> plans) {
            return new SimulatedHuawei(
                    ports,
                    plans.stream().map(plan -> plan.lineProfile().value()).collect(Collectors.toSet()),
                    Set.of(BRIDGE));
        }

        @Override
        public LinePlan plan(int number, PlanSnapshot plan) {
            return new LinePlan(
                    plan.lineProfile(),
                    new OnuProfiles(plan.lineProfile().value(), BRIDGE),
                    List.of(ServiceBinding.tagged(1, USER_VLAN, INTERNET_VLAN)));
        }
    },
    /** One ONU type for all, and a T-CONT whose bandwidth profile tells plans apart. Shelf, slot and port of 1/1/1 and on. */
    ZTE("zte-zxa10") {
        private static final int NARROW_MBPS = 100;

        @Override
        public SimulatedDevice device(OltId olt, List<PonPortId> ports, List<PlanSnapshot> plans) {
            return new SimulatedZteC3xx(olt, ports);
        }

        @Override
        public LinePlan plan(int number, PlanSnapshot plan) {
            boolean narrow = plan.upload().compareTo(Bandwidth.ofMbps(NARROW_MBPS)) <= 0;
            ServiceBinding internet = new ServiceBinding(
                    1,
                    Optional.of(new Vlan(USER_VLAN)),
                    new Vlan(INTERNET_VLAN),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(narrow ? "UP-100M" : "UP-300M"));
            return new LinePlan(plan.lineProfile(), new OnuProfiles("F660", "F660"), List.of(internet));
        }
    },
    /** Line profiles by number, 1 for the first plan. Device, card and port of 1/0/1 and on. */
    NSCRTV("nscrtv-gpon") {
        @Override
        public SimulatedDevice device(OltId olt, List<PonPortId> ports, List<PlanSnapshot> plans) {
            Set<Integer> lines = IntStream.rangeClosed(1, plans.size()).boxed().collect(Collectors.toSet());
            return new SimulatedNscrtv(olt, ports, lines, Set.of(1));
        }

        @Override
        public LinePlan plan(int number, PlanSnapshot plan) {
            return new LinePlan(plan.lineProfile(), new OnuProfiles(Integer.toString(number), "1"), List.of());
        }
    };

    private static final String BRIDGE = "bridge";
    private static final int USER_VLAN = 100;
    private static final int INTERNET_VLAN = 1_100;

    private final String driver;

    OltVendor(String driver) {
        this.driver = driver;
    }

    /** The id of its driver. */
    public String driver() {
        return driver;
    }

    /** The vendor with a driver, if it can be simulated. */
    public static Optional<OltVendor> of(String driver) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.driver.equals(driver))
                .findFirst();
    }

    /** The drivers of all, for people. */
    public static String drivers() {
        return Arrays.stream(values()).map(OltVendor::driver).collect(Collectors.joining(", "));
    }

    /**
     * An empty device.
     *
     * @throws IllegalArgumentException naming a port that the vendor numbers otherwise
     */
    @SuppressWarnings("exports") // whoever simulates OLTs requires their module anyway
    public abstract SimulatedDevice device(OltId olt, List<PonPortId> ports, List<PlanSnapshot> plans);

    /** What a plan is on it; plans are numbered from 1. */
    public abstract LinePlan plan(int number, PlanSnapshot plan);
}
