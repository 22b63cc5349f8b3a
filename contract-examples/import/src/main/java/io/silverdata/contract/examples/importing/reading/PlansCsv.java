package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.examples.network.reading.CsvRows;
import io.silverdata.contract.examples.network.reading.Row;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Technology;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the plans that are sold from a CSV file. */
public final class PlansCsv {
    public static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "name",
            "technology",
            "download",
            "upload",
            "price",
            "currency",
            "cycle",
            "access",
            "line",
            "term");

    private PlansCsv() {}

    /** In the order of the file. */
    public static Map<PlanId, PlanSnapshot> read(TextFile file, Consumer<RowProblem> problems) {
        Map<PlanId, PlanSnapshot> plans = new LinkedHashMap<>();
        for (Row row : CsvRows.read(file, COLUMNS, problems)) {
            row.read("id", PlanId::parse)
                    .filterOrElse(id -> !plans.containsKey(id), id -> row.problem("id", "a plan that is not there yet"))
                    .flatMap(id -> plan(row, id))
                    .peekLeft(problems)
                    .peek(plan -> plans.put(plan.id(), plan));
        }
        return plans;
    }

    private static Either<RowProblem, PlanSnapshot> plan(Row row, PlanId id) {
        Either<RowProblem, PlanSnapshot.Builder> plan = Either.right(PlanSnapshot.builder(id));
        plan = with(
                plan,
                row,
                "version",
                "a whole number, 0 or more",
                (builder, text) -> builder.version(Integer.parseInt(text)));
        plan = with(plan, row, "name", "1 to 128 characters", PlanSnapshot.Builder::name);
        plan = with(
                plan,
                row,
                "technology",
                "GPON, XGS_PON or EPON",
                (builder, text) -> builder.technology(Technology.valueOf(text)));
        plan = with(
                plan,
                row,
                "download",
                "Mbit/s",
                (builder, text) -> builder.download(Bandwidth.ofMbps(Long.parseLong(text))));
        plan = with(
                plan,
                row,
                "upload",
                "Mbit/s",
                (builder, text) -> builder.upload(Bandwidth.ofMbps(Long.parseLong(text))));
        plan = with(
                plan,
                row,
                "price",
                "an amount, and an ISO 4217 code in the column currency",
                (builder, text) -> builder.price(Money.of(text, row.text("currency"))));
        plan = with(
                plan,
                row,
                "cycle",
                "MONTHLY, BIMONTHLY, QUARTERLY, SEMIANNUAL or ANNUAL",
                (builder, text) -> builder.cycle(BillingCycle.valueOf(text)));
        plan = with(
                plan,
                row,
                "access",
                "the plan group in RADIUS",
                (builder, text) -> builder.accessProfile(new ProfileName(text)));
        plan = with(
                plan,
                row,
                "line",
                "the line profile on the OLT",
                (builder, text) -> builder.lineProfile(new ProfileName(text)));
        plan = with(
                plan,
                row,
                "term",
                "months, 0 to 120",
                (builder, text) -> builder.minimumTermMonths(Integer.parseInt(text)));
        return plan.map(PlanSnapshot.Builder::build);
    }

    private interface Setter {
        PlanSnapshot.Builder set(PlanSnapshot.Builder builder, String text);
    }

    private static Either<RowProblem, PlanSnapshot.Builder> with(
            Either<RowProblem, PlanSnapshot.Builder> plan, Row row, String column, String expected, Setter setter) {
        return plan.flatMap(builder -> row.convert(column, expected, text -> setter.set(builder, text)));
    }
}
