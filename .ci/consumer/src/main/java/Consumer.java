import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Trigger;
import java.time.ZoneId;
import org.h2.jdbcx.JdbcDataSource;

/** Drafts a contract in an H2 file, and reads it back. */
class Consumer {
    public static void main(String[] args) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + args[0] + ";WRITE_DELAY=0");
        Schema.migrate(database);
        PlanSnapshot plan = PlanSnapshot.builder(new PlanId("HOME-200"))
                .version(1)
                .name("Home 200")
                .download(Bandwidth.ofMbps(200))
                .upload(Bandwidth.ofMbps(100))
                .price(Money.of("25.90", "USD"))
                .accessProfile(new ProfileName("home-200"))
                .lineProfile(new ProfileName("home-200"))
                .minimumTermMonths(12)
                .build();
        Contracts contracts = Contracts.builder()
                .storage(JdbcStorage.builder().dataSource(database).build())
                .customers(new InMemoryCustomers().add(new CustomerId("ana")))
                .plans(new InMemoryPlans().put(plan))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .zone(ZoneId.of("America/Guayaquil"))
                .build();
        ServiceAddress address = new ServiceAddress("Calle Larga 7", new GeoPosition(-2.9001, -79.0001));
        NewContract terms = NewContract.of(new CustomerId("ana"), plan.id(), address);

        ContractId id = contracts.draft(terms, CommandContext.by("shop", Trigger.CUSTOMER)).get().contract().id();

        System.out.println(contracts.find(id).orElseThrow().status() + " of "
                + Contracts.class.getPackage().getImplementationVersion());
    }
}
