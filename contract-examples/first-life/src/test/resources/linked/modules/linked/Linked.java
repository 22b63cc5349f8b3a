package linked;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signs a subscriber up and provisions the OLT at 127.0.0.1. Arguments: its UDP port, user, two passphrases. */
public final class Linked {
    private static final PonPortId PON = new PonPortId(new OltId("olt-1"), 0, 1, 0);
    private static final ProfileName PROFILE = new ProfileName("home-200");

    private Linked() {}

    public static void main(String[] args) {
        InMemoryStorage storage = new InMemoryStorage();
        storage.plant().install(plant());
        try (OltGateway olts = OltGateway.builder()
                .discoverDrivers(Linked.class.getClassLoader())
                .olt(olt(args))
                .build()) {
            Contracts contracts = Contracts.builder()
                    .storage(storage)
                    .customers(new InMemoryCustomers().add(new CustomerId("ana")))
                    .plans(new InMemoryPlans().put(plan()))
                    .radius(new InMemoryAccess())
                    .olts(olts)
                    .zone(ZoneId.of("America/Guayaquil"))
                    .build();
            ServiceAddress address = new ServiceAddress("Calle Larga 7", new GeoPosition(-2.9001, -79.0001));
            NewContract terms = NewContract.of(new CustomerId("ana"), plan().id(), address);
            SignUp signUp = new SignUp(terms, new OnuSerial("HWTC12345678"), new RadiusUser("ana@fibra.example"));

            ContractId id = contracts
                    .signUp(signUp, CommandContext.by("shop", Trigger.CUSTOMER))
                    .get()
                    .contract()
                    .id();
            contracts.worker().deliverPending(10);

            Contract contract = contracts.find(id).orElseThrow();
            System.out.println(contract.status() + ", " + contract.provisioning().summary());
        }
    }

    private static OltSettings olt(String[] args) {
        return OltSettings.builder(PON.olt())
                .address("127.0.0.1", Integer.parseInt(args[0]))
                .access(SnmpAccess.v3(args[1], Secret.of(args[2]), Secret.of(args[3])))
                .driver("huawei-smartax")
                .plan(new LinePlan(
                        PROFILE,
                        new OnuProfiles(PROFILE.value(), "bridge"),
                        List.of(ServiceBinding.tagged(1, 100, 1_100))))
                .build();
    }

    private static PlantLayout plant() {
        return new PlantLayout(
                List.of(new Olt(PON.olt(), ServiceState.UP)),
                List.of(new PonPort(
                        PON, Set.of(Technology.GPON), 64, Optional.of(OpticalPower.ofDbm(1.5)), ServiceState.UP)),
                List.of(new Splitter(
                        new SplitterId("NAP-1"),
                        PON,
                        Optional.empty(),
                        16,
                        new GeoPosition(-2.9, -79.0),
                        Optional.of(Decibels.of(13.5)),
                        Distance.ofMetres(1_200))));
    }

    private static PlanSnapshot plan() {
        return PlanSnapshot.builder(new PlanId("HOME-200"))
                .version(1)
                .name("Home 200")
                .download(Bandwidth.ofMbps(200))
                .upload(Bandwidth.ofMbps(100))
                .price(Money.of("25.90", "USD"))
                .accessProfile(PROFILE)
                .lineProfile(PROFILE)
                .minimumTermMonths(12)
                .build();
    }
}
