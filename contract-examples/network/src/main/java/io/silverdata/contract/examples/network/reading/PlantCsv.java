package io.silverdata.contract.examples.network.reading;

import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.spi.PlantLayout;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads a plant file. Each row is of a kind, and names only what stands above it:
 *
 * <ul>
 *   <li>{@code olt}: id, state (UP, DOWN, UNKNOWN), driver as in docs/olt.md; the column may be missing or empty, then it is
 *       Huawei's
 *   <li>{@code pon}: id as {@code olt-1:0/2/7} (frame, card, port), technologies joined by +, limit of subscribers, power
 *       in dBm if known, state
 *   <li>{@code splitter}: id, pon, parent output as {@code SP-1#3} if another splitter feeds it, outputs, latitude,
 *       longitude, loss in dB if known, feed in metres
 *   <li>{@code output}: id as {@code NAP-1#7}, state (BLOCKED, FAULTY, SERVICEABLE)
 * </ul>
 */
public final class PlantCsv {
    /** The file that comes with the program. */
    public static final String FILE = "plant.csv";

    public static final List<String> COLUMNS = List.of(
            "kind",
            "id",
            "pon",
            "parent",
            "technologies",
            "limit",
            "power",
            "state",
            "outputs",
            "latitude",
            "longitude",
            "loss",
            "feed");

    /** A column that may be missing. */
    public static final String DRIVER = "driver";

    private final Map<OltId, Olt> olts = new LinkedHashMap<>();
    private final Map<OltId, String> drivers = new LinkedHashMap<>();
    private final Map<PonPortId, PonPort> ponPorts = new LinkedHashMap<>();
    private final Map<SplitterId, Splitter> splitters = new LinkedHashMap<>();
    private final Set<SplitterOutputId> feeding = new HashSet<>();
    private final Map<SplitterOutputId, PortCondition> conditions = new LinkedHashMap<>();

    private PlantCsv() {}

    public static PlantFile read(TextFile file, Consumer<RowProblem> problems) {
        PlantCsv plant = new PlantCsv();
        for (Row row : CsvRows.read(file, COLUMNS, problems)) {
            plant.add(row).peekLeft(problems);
        }
        return new PlantFile(
                new PlantLayout(
                        List.copyOf(plant.olts.values()),
                        List.copyOf(plant.ponPorts.values()),
                        List.copyOf(plant.splitters.values())),
                plant.drivers,
                plant.conditions);
    }

    private Either<RowProblem, ?> add(Row row) {
        return switch (row.text("kind")) {
            case "olt" ->
                olt(row).peek(olt -> {
                    olts.put(olt.id(), olt);
                    drivers.put(olt.id(), driver(row));
                });
            case "pon" -> ponPort(row).peek(ponPort -> ponPorts.put(ponPort.id(), ponPort));
            case "splitter" ->
                splitter(row).peek(splitter -> {
                    splitters.put(splitter.id(), splitter);
                    splitter.parent().ifPresent(feeding::add);
                });
            case "output" ->
                output(row).flatMap(output -> condition(row).peek(condition -> conditions.put(output, condition)));
            default -> Either.left(row.problem("kind", "olt, pon, splitter or output"));
        };
    }

    private Either<RowProblem, Olt> olt(Row row) {
        return row.read("id", OltId::parse)
                .filterOrElse(id -> !olts.containsKey(id), id -> row.problem("id", "an OLT that is not there yet"))
                .flatMap(id -> state(row).map(state -> new Olt(id, state)));
    }

    private static String driver(Row row) {
        String driver = row.textIfAny(DRIVER);
        return driver.isEmpty() ? OltVendor.HUAWEI.driver() : driver;
    }

    private Either<RowProblem, PonPort> ponPort(Row row) {
        return row.read("id", PonPortId::parse)
                .filterOrElse(id -> olts.containsKey(id.olt()), id -> row.problem("id", "a port of an OLT above"))
                .filterOrElse(
                        id -> !ponPorts.containsKey(id), id -> row.problem("id", "a PON port that is not there yet"))
                .flatMap(id -> technologies(row)
                        .flatMap(technologies -> number(row, "limit", 1, 256)
                                .flatMap(limit -> row.ifAny("power", column -> power(row, column))
                                        .flatMap(power -> state(row)
                                                .map(state -> new PonPort(id, technologies, limit, power, state))))));
    }

    private Either<RowProblem, Splitter> splitter(Row row) {
        return row.read("id", SplitterId::parse)
                .filterOrElse(
                        id -> !splitters.containsKey(id), id -> row.problem("id", "a splitter that is not there yet"))
                .flatMap(id -> row.read("pon", PonPortId::parse)
                        .filterOrElse(ponPorts::containsKey, pon -> row.problem("pon", "a PON port above"))
                        .flatMap(pon -> row.ifAny("parent", column -> parent(row, column, pon))
                                .flatMap(parent -> splitter(row, id, pon, parent))));
    }

    private static Either<RowProblem, Splitter> splitter(
            Row row, SplitterId id, PonPortId pon, Optional<SplitterOutputId> parent) {
        return number(row, "outputs", 2, 128)
                .flatMap(outputs -> row.position()
                        .flatMap(position -> row.ifAny("loss", column -> loss(row, column))
                                .flatMap(loss -> number(row, "feed", 0, 100_000)
                                        .map(feed -> new Splitter(
                                                id, pon, parent, outputs, position, loss, Distance.ofMetres(feed))))));
    }

    private Either<RowProblem, SplitterOutputId> parent(Row row, String column, PonPortId pon) {
        return row.read(column, SplitterOutputId::parse)
                .filterOrElse(this::isThere, parent -> row.problem(column, "an output of a splitter above"))
                .filterOrElse(
                        parent -> isUnder(pon, parent),
                        parent -> row.problem(column, "an output under the same PON port"))
                .filterOrElse(
                        parent -> !feeding.contains(parent) && !conditions.containsKey(parent),
                        parent -> row.problem(column, "an output that is not used above"));
    }

    private Either<RowProblem, SplitterOutputId> output(Row row) {
        return row.read("id", SplitterOutputId::parse)
                .filterOrElse(this::isThere, output -> row.problem("id", "an output of a splitter above"))
                .filterOrElse(
                        output -> !feeding.contains(output),
                        output -> row.problem("id", "an output that feeds nothing"));
    }

    private boolean isThere(SplitterOutputId output) {
        return find(output.splitter())
                .filter(splitter -> output.output() <= splitter.outputs())
                .isPresent();
    }

    private boolean isUnder(PonPortId pon, SplitterOutputId output) {
        return find(output.splitter()).map(Splitter::ponPort).equals(Optional.of(pon));
    }

    private Optional<Splitter> find(SplitterId id) {
        return Optional.ofNullable(splitters.get(id));
    }

    private static Either<RowProblem, ServiceState> state(Row row) {
        return row.convert("state", "UP, DOWN or UNKNOWN", ServiceState::valueOf);
    }

    private static Either<RowProblem, PortCondition> condition(Row row) {
        return row.convert("state", "BLOCKED, FAULTY or SERVICEABLE", PortCondition::valueOf);
    }

    private static Either<RowProblem, Set<Technology>> technologies(Row row) {
        return row.convert(
                "technologies",
                "one or more of GPON, XGS_PON, EPON, joined by +",
                text -> Arrays.stream(text.split("\\+", -1))
                        .map(Technology::valueOf)
                        .collect(Collectors.toSet()));
    }

    private static Either<RowProblem, OpticalPower> power(Row row, String column) {
        return row.convert(column, "dBm of -100 to 40", text -> OpticalPower.ofDbm(Double.parseDouble(text)));
    }

    private static Either<RowProblem, Decibels> loss(Row row, String column) {
        String expected = "dB of 0 to 100";
        return row.convert(column, expected, text -> Decibels.of(Double.parseDouble(text)))
                .filterOrElse(
                        loss -> loss.compareTo(Decibels.ZERO) >= 0 && loss.compareTo(Decibels.of(100)) <= 0,
                        loss -> row.problem(column, expected));
    }

    private static Either<RowProblem, Integer> number(Row row, String column, int min, int max) {
        String expected = "a whole number of " + min + " to " + max;
        return row.convert(column, expected, Integer::valueOf)
                .filterOrElse(value -> value >= min && value <= max, value -> row.problem(column, expected));
    }
}
