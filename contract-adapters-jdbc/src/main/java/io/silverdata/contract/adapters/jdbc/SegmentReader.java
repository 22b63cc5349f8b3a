package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.report.Segment;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes segments of rows. Plans and prices repeat, and are checked once for many rows. For one query. */
final class SegmentReader {
    static final String COLUMNS = "contract_id, version, from_day, to_day, holder, plan, plan_version, price, currency,"
            + " billing_cycle, billable, cause";
    private static final int MOST_REMEMBERED = 1_000;

    private final Dialect dialect;
    private final Map<String, PlanId> plans = new HashMap<>();
    private final Map<Price, Money> prices = new HashMap<>();

    private record Price(BigDecimal amount, String currency) {}

    SegmentReader(Dialect dialect) {
        this.dialect = dialect;
    }

    Segment read(ResultSet row) throws SQLException {
        return new Segment(
                new ContractId(dialect.key(row, 1)),
                row.getLong(2),
                Days.day(row.getInt(3)),
                Days.dayIfAny(row.getInt(4)),
                new CustomerId(row.getString(5)),
                once(plans, row.getString(6), PlanId::new),
                row.getInt(7),
                once(prices, new Price(row.getBigDecimal(8), row.getString(9)), SegmentReader::money),
                BillingCycle.valueOf(row.getString(10)),
                new Billability(row.getInt(11)),
                row.getString(12));
    }

    private static Money money(Price price) {
        return new Money(price.amount(), Currency.getInstance(price.currency()));
    }

    private static <K, V> V once(Map<K, V> known, K key, Function<K, V> make) {
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(key, make);
    }
}
