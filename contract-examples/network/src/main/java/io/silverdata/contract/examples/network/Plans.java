package io.silverdata.contract.examples.network;

import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Technology;
import java.util.List;
import java.util.Locale;

/** What the example providers sell. */
public final class Plans {

    private Plans() {}

    /** A catalog of all of them. */
    public static InMemoryPlans onSale() {
        InMemoryPlans sold = new InMemoryPlans();
        all().forEach(sold::put);
        return sold;
    }

    /** In the order of their prices. */
    public static List<PlanSnapshot> all() {
        return List.of(
                plan("HOME-100", "Home 100", Technology.GPON, 100, "21.90", 12),
                plan("HOME-200", "Home 200", Technology.GPON, 200, "25.90", 12),
                plan("HOME-400", "Home 400", Technology.GPON, 400, "31.90", 12),
                plan("HOME-800", "Home 800", Technology.GPON, 800, "44.90", 12),
                plan("OFFICE-2000", "Office 2000", Technology.XGS_PON, 2000, "119.00", 24));
    }

    private static PlanSnapshot plan(
            String id, String name, Technology technology, int megabits, String price, int termMonths) {
        ProfileName profile = new ProfileName(id.toLowerCase(Locale.ROOT));
        return PlanSnapshot.builder(new PlanId(id))
                .version(1)
                .name(name)
                .technology(technology)
                .download(Bandwidth.ofMbps(megabits))
                .upload(Bandwidth.ofMbps(megabits / 2))
                .price(Money.of(price, "USD"))
                .accessProfile(profile)
                .lineProfile(profile)
                .minimumTermMonths(termMonths)
                .build();
    }
}
