package io.silverdata.contract.examples.importing.adopting;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.importing.reading.Field;
import io.silverdata.contract.examples.importing.reading.Finding;
import io.silverdata.contract.examples.importing.reading.Kind;
import io.silverdata.contract.examples.importing.reading.RowReading;
import io.silverdata.contract.examples.network.reading.PlantFile;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AdoptionItem;
import io.silverdata.contract.runs.KeyedAdoption;
import io.silverdata.contract.spi.Plant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Adopts rows. What was adopted before, under the same key, is not adopted again. */
public final class Importer {
    private static final int TOGETHER = 200;

    private final ImportDatabase database;
    private final Contracts contracts;
    private final Plant plant;
    private final ZoneId zone;

    /**
     * @param plans what is sold
     * @param zone in which days begin
     * @throws IllegalArgumentException if the database is of another zone
     */
    public Importer(ImportDatabase database, Map<PlanId, PlanSnapshot> plans, ZoneId zone) {
        this.database = database;
        this.zone = zone;
        plant = database.storage().plant();
        contracts = Contracts.builder()
                .storage(database.storage())
                .customers(customer -> true) // the export says who they are
                .plans(plan -> Optional.ofNullable(plans.get(plan)))
                .radius(new InMemoryAccess()) // no device is told
                .olts(new InMemoryLine())
                .zone(zone)
                .workerName("import")
                .build();
    }

    /**
     * Installs the plant, if there is one, and adopts the rows in groups that commit by themselves.
     *
     * @param progress is told after each group
     */
    public ImportResult run(Optional<PlantFile> layout, List<RowReading> rows, Progress progress) {
        layout.ifPresent(file -> file.installInto(plant));
        return adopt(rows, progress, this::together);
    }

    /** The same in one transaction that is taken back. Others who claim outputs under the same PON ports wait for it. */
    public ImportResult dryRun(Optional<PlantFile> layout, List<RowReading> rows, Progress progress) {
        return database.takenBack(() -> {
            layout.ifPresent(file -> file.installInto(plant));
            return adopt(rows, progress, this::oneByOne);
        });
    }

    /** How far it has come. */
    public interface Progress {
        /** So many rows of all that can be adopted were tried. */
        void tried(int rows, int all);
    }

    private interface Adopting {
        List<AdoptionItem> adopt(List<KeyedAdoption> group);
    }

    private List<AdoptionItem> together(List<KeyedAdoption> group) {
        return contracts.runs().adopt(group, context());
    }

    /** A run commits by itself, so a dry run gives the same commands. */
    private List<AdoptionItem> oneByOne(List<KeyedAdoption> group) {
        return group.stream()
                .map(one -> contracts
                        .adopt(one.adoption(), context().once(one.key().value()))
                        .fold(
                                refusal -> AdoptionItem.refused(one.key(), refusal),
                                result -> AdoptionItem.adopted(one.key(), result)))
                .toList();
    }

    private static CommandContext context() {
        return CommandContext.by("import", Trigger.ADMIN);
    }

    private ImportResult adopt(List<RowReading> rows, Progress progress, Adopting adopting) {
        Map<IdempotencyKey, Finding> elsewhere = underAnotherPonPort(rows);
        List<KeyedAdoption> good = rows.stream()
                .flatMap(row -> row.adoption().stream())
                .filter(contract -> !elsewhere.containsKey(contract.key()))
                .toList();
        Map<IdempotencyKey, AdoptionItem> items = new HashMap<>();
        for (int from = 0; from < good.size(); from += TOGETHER) {
            List<KeyedAdoption> group = good.subList(from, Math.min(good.size(), from + TOGETHER));
            adopting.adopt(group).forEach(item -> items.put(item.key(), item));
            progress.tried(from + group.size(), good.size());
        }
        return new ImportResult(results(rows, elsewhere, items), plant.occupancy(Instant.now()));
    }

    private List<RowResult> results(
            List<RowReading> rows, Map<IdempotencyKey, Finding> elsewhere, Map<IdempotencyKey, AdoptionItem> items) {
        Refusals refusals = new Refusals(contracts, plant, zone, lines(rows, items));
        List<RowResult> results = new ArrayList<>();
        for (RowReading row : rows) {
            results.add(row.adoption()
                    .map(contract -> Optional.ofNullable(elsewhere.get(contract.key()))
                            .map(finding -> bad(row, finding))
                            .orElseGet(() -> result(row, Objects.requireNonNull(items.get(contract.key())), refusals)))
                    .orElseGet(() -> new RowResult(
                            row, row.leftOut() ? RowResult.State.LEFT_OUT : RowResult.State.BAD, row.findings())));
        }
        return results;
    }

    private static RowResult result(RowReading row, AdoptionItem item, Refusals refusals) {
        return item.result()
                .map(adopted -> new RowResult(
                        row, adopted.repeated() ? RowResult.State.ADOPTED_BEFORE : RowResult.State.ADOPTED, List.of()))
                .or(() -> item.refusal().map(refusal -> bad(row, refusals.finding(row.cells(), refusal))))
                .orElseGet(() -> bad(
                        row,
                        row.cells()
                                .finding(Kind.FAILED, Field.KEY, item.problem().orElse(""))));
    }

    private static RowResult bad(RowReading row, Finding finding) {
        return new RowResult(row, RowResult.State.BAD, List.of(finding));
    }

    /** On which line each contract stands that is here. */
    private static Map<ContractId, Long> lines(List<RowReading> rows, Map<IdempotencyKey, AdoptionItem> items) {
        Map<ContractId, Long> lines = new HashMap<>();
        for (RowReading row : rows) {
            row.adoption()
                    .flatMap(contract -> Optional.ofNullable(items.get(contract.key())))
                    .flatMap(AdoptionItem::result)
                    .ifPresent(result ->
                            lines.put(result.contract().id(), row.cells().line()));
        }
        return lines;
    }

    /** Rows that say another PON port than the plant. An audit would look for the ONU where it is not. */
    private Map<IdempotencyKey, Finding> underAnotherPonPort(List<RowReading> rows) {
        Map<SplitterId, Optional<PonPortId>> known = new HashMap<>();
        Map<IdempotencyKey, Finding> findings = new HashMap<>();
        for (RowReading row : rows) {
            row.adoption()
                    .ifPresent(contract -> row.ponPort()
                            .ifPresent(said -> contract.adoption()
                                    .output()
                                    .flatMap(output -> known.computeIfAbsent(output.splitter(), this::ponPort))
                                    .filter(built -> !built.equals(said))
                                    .ifPresent(built -> findings.put(
                                            contract.key(),
                                            row.cells()
                                                    .finding(
                                                            Kind.OTHER_PON_PORT,
                                                            Field.PON_PORT,
                                                            "the output is under " + built + " in the plant")))));
        }
        return findings;
    }

    private Optional<PonPortId> ponPort(SplitterId splitter) {
        return plant.survey(splitter, Instant.now())
                .map(survey -> survey.ponPort().id());
    }
}
