package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingAnchor;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.report.Segment;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes segments of rows. Plans, prices and days repeat, and are made once for many rows. For one query. */
final class SegmentReader {
    static final String COLUMNS = "contract_id, version, from_day, to_day, holder, plan, plan_version, price, currency,"
            + " billing_cycle, anchor_day, billing_day, billable, cause, add_on, discounts";
    private static final int MAX_REMEMBERED = 1_000;

    private final Dialect dialect;
    private final int firstDay;
    private final int end;
    private final Map<Integer, Optional<LocalDate>> days = new HashMap<>();
    private final Map<String, PlanId> plans = new HashMap<>();
    private final Map<String, Map<String, Money>> prices = new HashMap<>();
    private final Map<Integer, Billability> shares = new HashMap<>();

    private SegmentReader(Dialect dialect, int firstDay, int end) {
        this.dialect = dialect;
        this.firstDay = firstDay;
        this.end = end;
    }

    /** Segments as they are kept. */
    static SegmentReader whole(Dialect dialect) {
        return new SegmentReader(dialect, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The parts that fall on these days, of rows that have such a part. */
    static SegmentReader within(Dialect dialect, DayRange days) {
        return new SegmentReader(dialect, Days.of(days.from()), Days.of(days.to()));
    }

    Segment read(ResultSet row) throws SQLException {
        return new Segment(
                ContractIds.read(dialect, row, 1),
                row.getLong(2),
                once(days, Math.max(firstDay, row.getInt(3)), Days::dayIfAny).orElseThrow(),
                once(days, Math.min(end, row.getInt(4)), Days::dayIfAny),
                new CustomerId(row.getString(5)),
                once(plans, row.getString(6), PlanId::new),
                row.getInt(7),
                price(row.getString(8), row.getString(9)),
                BillingCycle.valueOf(row.getString(10)),
                new BillingAnchor(once(days, row.getInt(11), Days::dayIfAny).orElseThrow(), row.getInt(12)),
                once(shares, row.getInt(13), Billability::new),
                row.getString(14),
                addOn(row.getString(15)),
                AppliedDiscounts.read(row.getString(16), row.getString(9)));
    }

    /** None is the empty text: it is part of a key. */
    private static Optional<AddOnId> addOn(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new AddOnId(id));
    }

    private Money price(String amount, String currency) {
        return once(
                once(prices, currency, first -> new HashMap<>()),
                amount,
                text -> new Money(new BigDecimal(text), Currency.getInstance(currency)));
    }

    private static <K, V> V once(Map<K, V> known, K key, Function<K, V> make) {
        V value = known.get(key);
        if (value == null) {
            if (known.size() > MAX_REMEMBERED) {
                known.clear();
            }
            value = make.apply(key);
            known.put(key, value);
        }
        return value;
    }
}
