package io.silverdata.contract.examples.console.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.examples.testkit.PostgresServer;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The time that the server takes for each page, beside the time of the page's own statements, which are recorded and sent again by
 * themselves, on the same connections' pool, in turns with the page. Run by hand: docs/console.md#speed says how. No sign for a test of
 * Maven's, since it fills a database first.
 */
class PagesBenchmark {
    private static final int CONTRACTS = Integer.getInteger("console.contracts", 100_000);
    private static final int OF_A_TOWN = 2_500;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("console.warm-up", 2));
    private static final String ONLY = System.getProperty("console.pages", "");
    private static final int ROUNDS = 41;

    @TempDir
    private Path folder;

    @Test
    void pages_beside_their_queries() throws Exception {
        try (PostgresServer server = new PostgresServer(folder);
                Console console = Console.start(
                        "spring.datasource.url=" + server.url(),
                        "console.demo-contracts=" + OF_A_TOWN,
                        "contract.worker.enabled=false",
                        "spring.main.sources=" + MeasuredConsole.class.getName())) {
            Towns.add(((RecordingDataSource) console.bean(DataSource.class)).pool(), CONTRACTS / OF_A_TOWN - 1);
            System.out.printf(
                    Locale.ROOT,
                    "%,d contracts, %d rounds%n",
                    console.bean(Contracts.class).count(ContractQuery.all()),
                    ROUNDS);
            System.out.println("| page | statements | kB | page ms | queries ms | ratio | least page ms"
                    + " | least queries ms | ratio of the least |");
            System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            Visitor visitor = Visitor.of(console, Role.ADMIN);
            MeasuredConsole.Log served = console.bean(MeasuredConsole.Log.class);
            for (Map.Entry<String, String> page : pages(console).entrySet()) {
                if (!page.getKey().contains(ONLY)) {
                    continue;
                }
                measure(page.getKey(), page.getValue(), visitor, served);
            }
        }
    }

    private static void measure(String name, String path, Visitor visitor, MeasuredConsole.Log served)
            throws Exception {
        List<Double> pages = new ArrayList<>();
        List<Double> queries = new ArrayList<>();
        int statements = 0;
        int octets = 0;
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            served.forget();
            visitor.get(path);
            served.next().recording().repeat();
        }
        for (int round = 0; round < ROUNDS; round++) {
            served.forget();
            Visitor.Answer answer = visitor.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            MeasuredConsole.Served page = served.next();
            long begun = System.nanoTime();
            page.recording().repeat();
            long ended = System.nanoTime();
            statements = page.recording().statements();
            octets = answer.body().length();
            pages.add(page.nanos() / 1e6);
            queries.add((ended - begun) / 1e6);
        }
        double page = median(pages);
        double query = median(queries);
        double leastPage = pages.stream().min(Double::compare).orElseThrow();
        double leastQuery = queries.stream().min(Double::compare).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                name,
                statements,
                octets / 1000,
                page,
                query,
                page / query,
                leastPage,
                leastQuery,
                leastPage / leastQuery);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Screens with their pages, in the order of the navigation. */
    private static Map<String, String> pages(Console console) {
        Contracts contracts = console.bean(Contracts.class);
        ContractSummary active = middle(contracts, ContractQuery.builder().status(Status.ACTIVE));
        ContractSummary suspended = middle(contracts, ContractQuery.builder().status(Status.SUSPENDED));
        ContractSummary draft = middle(contracts, ContractQuery.builder().status(Status.DRAFT));
        PonPortId port = active.line().map(Line::ports).orElseThrow().ponPort();
        String splitter = active.line()
                .map(Line::ports)
                .orElseThrow()
                .splitterOutput()
                .splitter()
                .value();
        GeoPosition position = active.address().position();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("Today", "/");
        pages.put("Contracts", "/contracts");
        pages.put("Contracts, second page", next(contracts));
        pages.put("Contracts, suspended, latest first", "/contracts?status=SUSPENDED&order=LATEST_DRAFTED");
        pages.put("Contracts, a number typed", "/contracts?q=" + active.number());
        pages.put(
                "Contracts, part of an address",
                "/contracts?q=" + encoded(active.address().text()));
        pages.put("Contracts, facets of everything", "/contracts/facets");
        pages.put("Contracts, facets of an OLT", "/contracts/facets?olt=" + port.olt());
        pages.put("Contract, active", "/contracts/" + active.id());
        pages.put("Contract, suspended", "/contracts/" + suspended.id());
        pages.put("Contract, draft", "/contracts/" + draft.id());
        pages.put("Contract, form for a plan change", "/contracts/" + active.id() + "/plan");
        pages.put("Sell", "/sell");
        pages.put(
                "Sell, verdict",
                "/sell?plan=HOME-400&address=" + encoded(active.address().text()) + "&latitude=" + position.latitude()
                        + "&longitude=" + position.longitude());
        pages.put("Install", "/install");
        pages.put("Plant", "/plant");
        pages.put("Plant, an OLT", "/plant/olts/" + port.olt());
        pages.put(
                "Plant, a PON port",
                "/plant/olts/" + port.olt() + "/pon/" + port.frame() + "/" + port.slot() + "/" + port.port());
        pages.put("Plant, a splitter", "/plant/splitters/" + splitter);
        pages.put("Plant, fullest PON ports", "/plant/capacity");
        pages.put("Network", "/network");
        pages.put("Network, audits", "/network/audits");
        pages.put("Debt", "/debt");
        pages.put("Bulk", "/bulk");
        pages.put(
                "Bulk, preview",
                "/bulk/preview?name=b&status=ACTIVE&olt=" + port.olt() + "&command=CHANGE_PLAN&newPlan=HOME-100"
                        + "&timing=IMMEDIATELY");
        pages.put("Figures, 12 months", "/figures");
        pages.put("Figures, 24 months", "/figures?months=24");
        pages.put("Activity", "/activity");
        pages.put("Activity, of the network", "/activity?kind=NETWORK");
        return pages;
    }

    private static String next(Contracts contracts) {
        return "/contracts?after="
                + encoded(contracts
                        .search(
                                ContractQuery.builder()
                                        .orderBy(ContractOrder.NUMBER)
                                        .build(),
                                Page.first(50))
                        .next()
                        .orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One that lies behind some hundred others. */
    private static ContractSummary middle(Contracts contracts, ContractQuery.Builder query) {
        Listing<ContractSummary> page = contracts.search(query.build(), Page.first(500));
        return page.items().get(page.items().size() / 2);
    }
}
