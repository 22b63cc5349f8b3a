package io.silverdata.contract.examples.firstlife;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.CancellationReason;
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
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.PlantLayout;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life of one contract, with everything in memory. The start of the README. */
public final class FirstLife {
    private FirstLife() {}

    /** Lives it, and prints what happened. */
    public static void main(String... args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        InMemoryStorage storage = new InMemoryStorage();
        storage.plant().install(plant());
        // tag::start
        Contracts contracts = Contracts.builder()
                .storage(storage) // with one OLT and one splitter in it
                .customers(new InMemoryCustomers().add(new CustomerId("ana")))
                .plans(new InMemoryPlans().put(home200()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .zone(ZoneId.of("America/Guayaquil"))
                .build();
        CommandContext shop = CommandContext.by("shop", Trigger.CUSTOMER);
        ServiceAddress address = new ServiceAddress("Calle Larga 7", new GeoPosition(-2.9001, -79.0001));
        NewContract terms = NewContract.of(new CustomerId("ana"), new PlanId("HOME-200"), address);
        SignUp signUp = new SignUp(terms, new OnuSerial("HWTC12345678"), new RadiusUser("ana@fibra.example"));

        ContractId id = contracts.signUp(signUp, shop).get().contract().id(); // assessed, reserved, active
        contracts
                .signUp(signUp, shop) // the ONU is in use: refused, and nothing is written
                .peekLeft(rejection -> out.println(rejection.code() + ": " + rejection.message()));
        contracts.worker().deliverPending(10); // provisions the OLT and RADIUS

        Suspension debt = Suspension.of(SuspensionReason.NON_PAYMENT);
        contracts.suspend(id, debt, CommandContext.by("billing", Trigger.DUNNING));
        contracts.liftHold(id, SuspensionReason.NON_PAYMENT, CommandContext.by("billing", Trigger.PAYMENT));
        contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, shop);
        contracts.worker().deliverPending(10); // removes the login and the ONU, then frees the port
        contracts.history(id).forEach(event -> out.println(event.version() + " " + event.event()));
        // end::start
    }

    private static PlantLayout plant() {
        PonPortId pon = new PonPortId(new OltId("olt-1"), 0, 1, 1);
        return new PlantLayout(
                List.of(new Olt(pon.olt(), ServiceState.UP)),
                List.of(new PonPort(
                        pon, Set.of(Technology.GPON), 64, Optional.of(OpticalPower.ofDbm(1.5)), ServiceState.UP)),
                List.of(new Splitter(
                        new SplitterId("NAP-1"),
                        pon,
                        Optional.empty(),
                        16,
                        new GeoPosition(-2.9, -79.0),
                        Optional.of(Decibels.of(13.5)),
                        Distance.ofMetres(1_200))));
    }

    private static PlanSnapshot home200() {
        return PlanSnapshot.builder(new PlanId("HOME-200"))
                .version(1)
                .name("Home 200")
                .download(Bandwidth.ofMbps(200))
                .upload(Bandwidth.ofMbps(100))
                .price(Money.of("25.90", "USD"))
                .accessProfile(new ProfileName("home-200"))
                .lineProfile(new ProfileName("home-200"))
                .minimumTermMonths(12)
                .build();
    }
}
