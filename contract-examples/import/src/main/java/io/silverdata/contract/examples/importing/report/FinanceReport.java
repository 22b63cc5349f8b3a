package io.silverdata.contract.examples.importing.report;

import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.examples.importing.adopting.ImportResult;
import io.silverdata.contract.examples.importing.adopting.RowResult;
import io.silverdata.contract.examples.importing.reading.Field;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is billed here from when on, and what the other system has beside it. */
final class FinanceReport {
    private static final List<String> COLUMNS = List.of(
            "line",
            "key",
            "number",
            "customer",
            "plan",
            "price",
            "currency",
            "cycle",
            "billed_from",
            "suspended",
            "suspended_since",
            "state");

    private final ImportResult result;
    private final Map<PlanId, PlanSnapshot> plans;

    FinanceReport(ImportResult result, Map<PlanId, PlanSnapshot> plans) {
        this.result = result;
        this.plans = plans;
    }

    /** Contracts and what they bring in a month. */
    private static final class Sum {
        private long contracts;
        private BigDecimal year = BigDecimal.ZERO;

        private void add(PlanSnapshot.Price price) {
            contracts++;
            year = year.add(price.perYear());
        }

        private BigDecimal month() {
            return year.divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
        }

        private String line(String name, String currency) {
            return String.format(Locale.ROOT, "  %-24s %4s %9d %15s", name, currency, contracts, month());
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Finance");
        lines.add(String.format(Locale.ROOT, "  %-24s %4s %9s %15s", "plan", "", "contracts", "a month"));
        byPlan().forEach((name, sum) -> lines.add(sum.line(name.get(0), name.get(1))));
        Map<String, Sum> old = byCurrency(false);
        Map<String, Sum> here = byCurrency(true);
        old.forEach((currency, there) -> {
            Sum now = here.getOrDefault(currency, new Sum());
            lines.add(now.line("all, here", currency));
            lines.add(there.line("all, other system", currency));
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-24s %4s %9d %15s",
                    "difference",
                    currency,
                    now.contracts - there.contracts,
                    now.month().subtract(there.month())));
        });
        long unpriced = live().stream()
                .filter(row -> row.row().price().isEmpty() && !row.isHere())
                .count();
        if (unpriced > 0) {
            lines.add("  Bad rows without a price that can be read: " + unpriced);
        }
        lines.add("  First day billed here:");
        counted(adoption -> Optional.of(adoption.billing().from().toString()))
                .forEach((day, count) -> lines.add("    " + day + "  " + count));
        lines.add("  Suspended:");
        counted(adoption -> adoption.holds().stream()
                        .findFirst()
                        .map(hold -> hold.reason().code()))
                .forEach((reason, count) -> lines.add("    " + reason + "  " + count));
        return lines;
    }

    /** Each contract that is not left out. */
    void write(Path file) throws IOException {
        CsvFile.write(file, COLUMNS, live().stream().map(this::cells).toList());
    }

    private List<String> cells(RowResult row) {
        Optional<Adoption> adoption = adoption(row);
        Optional<PlanSnapshot.Price> price = price(row);
        Optional<AdoptedHold> hold =
                adoption.flatMap(contract -> contract.holds().stream().findFirst());
        return List.of(
                String.valueOf(row.row().cells().line()),
                row.row().cells().shown(Field.KEY),
                row.row().cells().shown(Field.NUMBER),
                row.row().cells().shown(Field.CUSTOMER),
                adoption.map(contract -> contract.terms().plan().value())
                        .orElseGet(() -> row.row().cells().shown(Field.PLAN)),
                price.map(known -> known.amount().amount().toPlainString()).orElse(""),
                price.map(known -> known.amount().currency().getCurrencyCode()).orElse(""),
                price.map(known -> known.cycle().name()).orElse(""),
                adoption.map(contract -> contract.billing().from())
                        .map(LocalDate::toString)
                        .orElse(""),
                hold.map(known -> known.reason().code()).orElse(""),
                hold.map(known -> known.since().toString()).orElse(""),
                row.state().name());
    }

    private Map<List<String>, Sum> byPlan() {
        Map<List<String>, Sum> sums =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (RowResult row : here()) {
            adoption(row)
                    .ifPresent(contract -> price(row)
                            .ifPresent(price -> sums.computeIfAbsent(
                                            List.of(contract.terms().plan().value(), currency(price)), any -> new Sum())
                                    .add(price)));
        }
        return sums;
    }

    private Map<String, Sum> byCurrency(boolean onlyHere) {
        Map<String, Sum> sums = new TreeMap<>();
        for (RowResult row : onlyHere ? here() : live()) {
            price(row)
                    .ifPresent(price -> sums.computeIfAbsent(currency(price), any -> new Sum())
                            .add(price));
        }
        return sums;
    }

    private interface Group {
        Optional<String> of(Adoption adoption);
    }

    private Map<String, Long> counted(Group group) {
        Map<String, Long> counts = new TreeMap<>();
        here().forEach(row -> adoption(row).flatMap(group::of).ifPresent(name -> counts.merge(name, 1L, Long::sum)));
        return counts;
    }

    private List<RowResult> live() {
        return result.rows().stream()
                .filter(row -> row.state() != RowResult.State.LEFT_OUT)
                .toList();
    }

    private List<RowResult> here() {
        return result.rows().stream().filter(RowResult::isHere).toList();
    }

    private static Optional<Adoption> adoption(RowResult row) {
        return row.row().adoption().map(contract -> contract.adoption());
    }

    /** The contract's own, or the catalogue's. */
    private Optional<PlanSnapshot.Price> price(RowResult row) {
        return row.row()
                .price()
                .or(() -> adoption(row)
                        .flatMap(contract ->
                                Optional.ofNullable(plans.get(contract.terms().plan())))
                        .map(PlanSnapshot::price));
    }

    private static String currency(PlanSnapshot.Price price) {
        return price.amount().currency().getCurrencyCode();
    }
}
