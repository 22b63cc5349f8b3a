package io.silverdata.contract.examples.year.reading;

import io.silverdata.contract.examples.network.reading.CsvRows;
import io.silverdata.contract.examples.network.reading.Row;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads an orders file. Each row has a time as {@code 2025-03-31T09:15} in the operator's zone, an order (see {@link
 * OrderKind}), the number of the contract, and the columns that the order needs; the others are not looked at.
 */
public final class OrdersCsv {
    /** Where the operator is: times in the file are told there. */
    public static final ZoneId ZONE = ZoneId.of("America/Guayaquil");

    /** The file that comes with the program. */
    public static final String FILE = "orders.csv";

    public static final List<String> COLUMNS = List.of(
            "time",
            "order",
            "contract",
            "customer",
            "plan",
            "address",
            "latitude",
            "longitude",
            "onu",
            "login",
            "reason",
            "date",
            "previous",
            "version");

    private OrdersCsv() {}

    /** The good rows in order of time; of the same time, in order of the file. */
    public static List<Order> read(TextFile file, Consumer<RowProblem> problems) {
        List<Order> orders = new ArrayList<>();
        for (Row row : CsvRows.read(file, COLUMNS, problems)) {
            order(row).peek(orders::add).peekLeft(problems);
        }
        orders.sort(Comparator.comparing(Order::at));
        return orders;
    }

    private static Either<RowProblem, Order> order(Row row) {
        return time(row)
                .flatMap(at -> OrderKind.of(row)
                        .flatMap(kind -> row.read("contract", ContractNumber::parse)
                                .flatMap(contract -> row.ifAny("version", column -> version(row, column))
                                        .flatMap(version -> row.ifAny(
                                                        "customer", column -> row.read(column, CustomerId::parse))
                                                .flatMap(customer -> kind.action(row, contract)
                                                        .flatMap(action -> kind.promisedFor(row)
                                                                .map(promised -> new Order(
                                                                        row.line(),
                                                                        at,
                                                                        kind,
                                                                        contract,
                                                                        version,
                                                                        customer,
                                                                        promised,
                                                                        action))))))));
    }

    private static Either<RowProblem, Instant> time(Row row) {
        return row.convert("time", "a date and time as 2025-03-31T09:15", LocalDateTime::parse)
                .filterOrElse(
                        time -> time.getYear() >= 2000 && time.getYear() < 2100,
                        time -> row.problem("time", "a year of 2000 to 2099"))
                .map(time -> time.atZone(ZONE).toInstant());
    }

    private static Either<RowProblem, Long> version(Row row, String column) {
        return row.convert(column, "a whole number of 1 or more", Long::valueOf)
                .filterOrElse(version -> version >= 1, version -> row.problem(column, "a whole number of 1 or more"));
    }
}
