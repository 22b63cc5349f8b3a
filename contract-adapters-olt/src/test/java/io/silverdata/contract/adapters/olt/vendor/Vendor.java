package io.silverdata.contract.adapters.olt.vendor;

import io.silverdata.contract.adapters.olt.bdcom.BdcomDriverProvider;
import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.nscrtv.NscrtvDriverProvider;
import io.silverdata.contract.adapters.olt.raisecom.RaisecomDriverProvider;
import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.testkit.Measurement;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedBdcom;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedNscrtv;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedRaisecom;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedVsol;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC3xx;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC6xx;
import io.silverdata.contract.adapters.olt.vsol.VsolDriverProvider;
import io.silverdata.contract.adapters.olt.zte.ZteDriverProvider;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** The makes with a driver: what its tests need to know of each. */
public enum Vendor {
    HUAWEI(
            new Driver(new HuaweiDriverProvider(), Map.of()),
            new Device(Vendor::huawei, "1.3.6.1.4.1.2011.2.123", 0, 1),
            new Told(true, OptionalDouble.of(-23.75)),
            List.of(
                    plan(
                            "line-home-100",
                            "line-100",
                            "router",
                            ServiceBinding.tagged(1, 100, 1_100).withTraffic("down-100", "up-50")),
                    plan(
                            "line-home-300",
                            "line-300",
                            "router",
                            ServiceBinding.tagged(1, 100, 1_100).withTraffic("down-300", "up-150")),
                    plan(
                            "triple-play",
                            "line-300",
                            "router",
                            ServiceBinding.tagged(1, 100, 1_300).withInner(77),
                            ServiceBinding.untagged(2, 200),
                            ServiceBinding.tagged(3, 30, 300)),
                    plan("bare", "line-100", "router")),
            plan("unknown", "line-900", "router", ServiceBinding.tagged(1, 100, 1_100))),
    ZTE_C3XX(
            new Driver(new ZteDriverProvider(), Map.of()),
            new Device(SimulatedZteC3xx::new, "1.3.6.1.4.1.3902.1082.1001.320.2.1", 1, 1),
            new Told(true, OptionalDouble.empty()),
            List.of(
                    plan("line-home-100", "F660", "F660", internet(1_100, "UP-100M")),
                    plan("line-home-300", "F660", "F660", internet(1_100, "UP-300M")),
                    plan(
                            "triple-play",
                            "F670L",
                            "F670L",
                            internet(1_300, "UP-300M").withInner(77),
                            television()),
                    plan("bare", "F660", "F660")),
            plan("unknown", "F999", "F999", internet(1_100, "UP-100M"))),
    ZTE_C6XX(
            new Driver(new ZteDriverProvider(), Map.of("series", "c6xx")),
            new Device(SimulatedZteC6xx::new, "1.3.6.1.4.1.3902.1082.1001.620.1.1", 1, 1),
            new Told(true, OptionalDouble.of(-23.75)),
            List.of(plan("line-home-100", "F660", "F660"), plan("line-home-300", "F670L", "F670L")),
            plan("unknown", "F999", "F999")),
    NSCRTV(
            new Driver(new NscrtvDriverProvider(), Map.of()),
            new Device(SimulatedNscrtv::new, "1.3.6.1.4.1.17409", 1, 0),
            new Told(true, OptionalDouble.empty()),
            List.of(plan("line-home-100", "1", "2"), plan("line-home-300", "3", "2")),
            plan("unknown", "9", "2")),
    BDCOM(
            new Driver(new BdcomDriverProvider(), Map.of()),
            new Device(SimulatedBdcom::new, "1.3.6.1.4.1.3320.1.390.0", 0, 0),
            new Told(true, OptionalDouble.of(-23.7)),
            List.of(plan("line-home-100", "1", "2"), plan("line-home-300", "3", "2")),
            plan("unknown", "9", "2")),
    VSOL(
            new Driver(new VsolDriverProvider(), Map.of()),
            new Device(SimulatedVsol::new, "1.3.6.1.4.1.37950.1.1.5.10.14.2", 0, 0),
            new Told(false, OptionalDouble.empty()),
            List.of(
                    plan("line-home-100", "line-home-100", "line-home-100"),
                    plan("line-home-300", "line-home-300", "line-home-300")),
            plan("unknown", "line-home-900", "line-home-900")),
    RAISECOM(
            new Driver(new RaisecomDriverProvider(), Map.of()),
            new Device(SimulatedRaisecom::new, "1.3.6.1.4.1.8886.18.4.10", 0, 1),
            new Told(true, OptionalDouble.of(-23.7)),
            List.of(plan("line-home-100", "1", "2"), plan("line-home-300", "3", "2")),
            plan("unknown", "9", "2"));

    private final Driver driver;
    private final Device device;
    private final Told told;
    private final List<LinePlan> plans;
    private final LinePlan unknownPlan;

    private record Driver(OltDriverProvider provider, Map<String, String> options) {}

    private record Device(Function<OltId, SimulatedDevice> create, String sysObjectId, int frame, int slot) {}

    /** What the OLT tells of a connected ONU besides the light that this receives. */
    private record Told(boolean distance, OptionalDouble oltReceivedDbm) {}

    Vendor(Driver driver, Device device, Told told, List<LinePlan> plans, LinePlan unknownPlan) {
        this.driver = driver;
        this.device = device;
        this.told = told;
        this.plans = plans;
        this.unknownPlan = unknownPlan;
    }

    public OltDriverProvider provider() {
        return driver.provider();
    }

    public OltSettings.Builder configure(OltSettings.Builder settings) {
        driver.options().forEach(settings::option);
        return settings.driver(provider().id());
    }

    /** A device without ONUs that knows the profiles of all plans but the unknown one. */
    public SimulatedDevice device(OltId olt) {
        return device.create().apply(olt);
    }

    public String sysObjectId() {
        return device.sysObjectId();
    }

    /** PON port 1 or 2 of the device; 99 is none. */
    public PonPortId port(OltId olt, int number) {
        return new PonPortId(olt, device.frame(), device.slot(), number);
    }

    public boolean tellsDistance() {
        return told.distance();
    }

    public Set<Measurement> measurements() {
        Set<Measurement> measured = EnumSet.of(Measurement.RECEIVED_POWER, Measurement.SENT_POWER);
        if (told.distance()) {
            measured.add(Measurement.DISTANCE);
        }
        if (told.oltReceivedDbm().isPresent()) {
            measured.add(Measurement.OLT_RECEIVED_POWER);
        }
        return measured;
    }

    public OptionalDouble oltReceivedDbm() {
        return told.oltReceivedDbm();
    }

    public LinePlan plan() {
        return plans.get(0);
    }

    public List<LinePlan> otherPlans() {
        return plans.subList(1, plans.size());
    }

    /** What add-ons bind, where the driver can bind services. */
    public List<LineBinding> bindings() {
        return switch (this) {
            case HUAWEI ->
                List.of(
                        binding("VOIP", ServiceBinding.tagged(2, 20, 2_020).withTraffic("down-voip", "up-voip")),
                        binding("IPTV", ServiceBinding.tagged(4, 40, 400), ServiceBinding.untagged(4, 401)));
            case ZTE_C3XX -> List.of(binding("VOIP", tagged(3, 20, 2_020)), binding("IPTV", tagged(4, 40, 400)));
            case ZTE_C6XX, NSCRTV, BDCOM, VSOL, RAISECOM -> List.of();
        };
    }

    public LinePlan unknownPlan() {
        return unknownPlan;
    }

    private static SimulatedDevice huawei(OltId olt) {
        return new SimulatedHuawei(
                List.of(new PonPortId(olt, 0, 1, 1), new PonPortId(olt, 0, 1, 2)),
                Set.of("line-100", "line-300"),
                Set.of("router"));
    }

    private static ServiceBinding internet(int vlan, String bandwidth) {
        return new ServiceBinding(
                1,
                Optional.of(new Vlan(100)),
                new Vlan(vlan),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bandwidth));
    }

    private static ServiceBinding television() {
        return new ServiceBinding(
                2, Optional.empty(), new Vlan(200), Optional.empty(), Optional.empty(), Optional.of("UP-100M"));
    }

    private static ServiceBinding tagged(int gemPort, int user, int outer) {
        return new ServiceBinding(
                gemPort,
                Optional.of(new Vlan(user)),
                new Vlan(outer),
                Optional.empty(),
                Optional.empty(),
                Optional.of("UP-100M"));
    }

    private static LineBinding binding(String name, ServiceBinding... services) {
        return new LineBinding(new ProfileName(name), List.of(services));
    }

    private static LinePlan plan(String name, String line, String service, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, service), List.of(services));
    }
}
