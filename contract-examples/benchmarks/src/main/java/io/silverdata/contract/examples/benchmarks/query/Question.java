package io.silverdata.contract.examples.benchmarks.query;

import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ContractSearch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Something that a screen asks, both ways.
 *
 * @param name for people
 * @param ours how many rows the library answers
 * @param sql by hand
 */
record Question(String name, ToLongFunction<ContractSearch> ours, String sql) {
    private static final int PAGE = 50;
    private static final String COLUMNS =
            "SELECT c.contract_id, c.version, c.number, c.status, c.due_at, c.sync, a.customer,"
                    + " a.plan, a.address, a.latitude, a.longitude, a.drafted_at, s.olt, s.pon_port, s.splitter, s.output_no, s.onu,"
                    + " s.login, (SELECT string_agg(f.kind || f.code || f.detail, ',') FROM ct_flag f WHERE f.contract_id ="
                    + " c.contract_id) FROM ct_contract c JOIN ct_agreement a ON a.contract_id = c.contract_id ";
    private static final String ALL = COLUMNS + "LEFT JOIN ct_service s ON s.contract_id = c.contract_id WHERE ";
    private static final String SERVED = COLUMNS + "JOIN ct_service s ON s.contract_id = c.contract_id WHERE ";
    private static final String FROM =
            " FROM ct_contract c JOIN ct_agreement a ON a.contract_id = c.contract_id LEFT JOIN"
                    + " ct_service s ON s.contract_id = c.contract_id";
    private static final String BY_IDENTITY = " ORDER BY c.contract_id LIMIT 51";
    private static final String BY_NUMBER = " ORDER BY c.number LIMIT 51";
    private static final String LATEST = " ORDER BY a.drafted_at DESC, a.contract_id DESC LIMIT 51";

    static List<Question> all(int count) {
        int some = count / 3 + 1;
        List<Question> all = new ArrayList<>();
        singles(some, all);
        combinations(some, all);
        counts(some, all);
        return all;
    }

    private static void singles(int some, List<Question> all) {
        String olt = "olt-" + some / SearchTown.ONUS_OF_AN_OLT;
        String port = "0/" + some / 64 % 16 + "/" + some % 16;
        long drafted = SearchTown.DRAFTED + some * SearchTown.A_MINUTE;
        page(all, "no condition", query(), ALL + "true" + BY_IDENTITY);
        page(
                all,
                "customer",
                query().customer(new CustomerId("customer-" + some / 2)),
                ALL + "a.customer = 'customer-" + some / 2 + "'" + BY_IDENTITY);
        page(all, "status ACTIVE", query().status(Status.ACTIVE), ALL + "c.status = 'ACTIVE'" + BY_IDENTITY);
        page(all, "status SUSPENDED", query().status(Status.SUSPENDED), ALL + "c.status = 'SUSPENDED'" + BY_IDENTITY);
        page(all, "plan of half", query().plan(new PlanId("plan-0")), ALL + "a.plan = 'plan-0'" + BY_IDENTITY);
        page(all, "plan of few", query().plan(new PlanId("plan-20")), ALL + "a.plan = 'plan-20'" + BY_IDENTITY);
        page(all, "OLT", query().olt(new OltId(olt)), SERVED + "s.olt = '" + olt + "'" + BY_IDENTITY);
        page(
                all,
                "PON port",
                query().ponPort(PonPortId.parse(olt + ":" + port).get()),
                SERVED + "s.olt = '" + olt + "' AND s.pon_port = '" + port + "'" + BY_IDENTITY);
        page(
                all,
                "splitter",
                query().splitter(new SplitterId("NAP-" + some / 8)),
                SERVED + "s.splitter = 'NAP-" + some / 8 + "'" + BY_IDENTITY);
        page(
                all,
                "splitter output",
                query().splitterOutput(new SplitterOutputId(new SplitterId("NAP-" + some / 8), 3)),
                SERVED + "s.splitter = 'NAP-" + some / 8 + "' AND s.output_no = 3" + BY_IDENTITY);
        page(
                all,
                "held for fraud",
                query().heldFor(SuspensionReason.FRAUD_ABUSE),
                ALL + flag("kind = 'HOLD' AND code = 'FRAUD_ABUSE'") + BY_IDENTITY);
        page(
                all,
                "provisioning PENDING",
                query().provisioning(Summary.PENDING),
                ALL + "c.sync IN ('PP', 'PI', 'IP', 'PN', 'NP')" + BY_IDENTITY);
        page(
                all,
                "RADIUS FAILED",
                query().provisioning(NetworkTarget.ACCESS, Summary.FAILED),
                ALL + "c.sync IN ('FN', 'FP', 'FI', 'FF', 'FD')" + BY_IDENTITY);
        page(
                all,
                "failure code",
                query().failure("REFUSED"),
                ALL + flag("kind = 'FAILURE' AND code = 'REFUSED'") + BY_IDENTITY);
        page(
                all,
                "number",
                query().number(new ContractNumber("C-" + some)),
                ALL + "c.number = 'C-" + some + "'" + BY_IDENTITY);
        page(
                all,
                "number begins",
                query().numberBeginning("C-" + some / 10).orderBy(ContractOrder.NUMBER),
                ALL + "c.number LIKE 'C-" + some / 10 + "%'" + BY_NUMBER);
        page(
                all,
                "login begins",
                query().loginBeginning("user-" + some / 10),
                ALL
                        + "c.contract_id IN (SELECT contract_id FROM ct_login WHERE login LIKE 'user-" + some / 10
                        + "%')"
                        + BY_IDENTITY);
        page(
                all,
                "ONU begins",
                query().onuBeginning(SearchTown.onu(some).substring(0, 11)),
                ALL
                        + "c.contract_id IN (SELECT contract_id FROM ct_onu WHERE serial LIKE '"
                        + SearchTown.onu(some).substring(0, 11) + "%')" + BY_IDENTITY);
        page(
                all,
                "address contains, one",
                query().addressContaining("N" + some % 97 + "-" + some + " Y"),
                ALL + address("n" + some % 97 + "-" + some + " y") + BY_IDENTITY);
        page(
                all,
                "address contains, a sixteenth",
                query().addressContaining("SIMÓN BOLIVAR N"),
                ALL + address("simon bolivar n") + BY_IDENTITY);
        page(all, "near, 300 m", query().near(SearchTown.CENTRE, Distance.ofMetres(300)), near());
        page(
                all,
                "drafted between",
                query().drafted(at(drafted), at(drafted + 500 * SearchTown.A_MINUTE)),
                ALL + "a.drafted_at >= " + drafted + " AND a.drafted_at < " + (drafted + 500 * SearchTown.A_MINUTE)
                        + BY_IDENTITY);
        page(
                all,
                "activated between",
                query().activated(at(drafted), at(drafted + 500 * SearchTown.A_MINUTE)),
                SERVED
                        + "s.activated_at >= " + drafted + " AND s.activated_at < "
                        + (drafted + 500 * SearchTown.A_MINUTE)
                        + BY_IDENTITY);
        long ended = drafted + 500_000 * SearchTown.A_MINUTE;
        page(
                all,
                "cancelled between",
                query().cancelled(at(ended), at(ended + 4_000 * SearchTown.A_MINUTE)),
                SERVED
                        + "s.cancelled_at >= " + ended + " AND s.cancelled_at < "
                        + (ended + 4_000 * SearchTown.A_MINUTE)
                        + BY_IDENTITY);
        long due = SearchTown.due(some);
        page(
                all,
                "due between",
                query().due(at(due), at(due + 20_000 * SearchTown.A_MINUTE)).orderBy(ContractOrder.EARLIEST_DUE),
                ALL + "c.due_at >= " + due + " AND c.due_at < " + (due + 20_000 * SearchTown.A_MINUTE)
                        + " ORDER BY c.due_at, c.contract_id LIMIT 51");
        page(
                all,
                "plan change scheduled",
                query().scheduled(CommandKind.CHANGE_PLAN),
                ALL + flag("kind = 'SCHEDULED' AND code = 'CHANGE_PLAN'") + BY_IDENTITY);
        page(
                all,
                "term ends on a day",
                query().termEnding(LocalDate.ofEpochDay(20_300), LocalDate.ofEpochDay(20_301)),
                SERVED + "s.term_ends >= 20300 AND s.term_ends < 20301" + BY_IDENTITY);
        page(
                all,
                "predecessor",
                query().predecessor(SearchTown.id(some / 50 * 50 - 1)),
                ALL + "a.predecessor = '" + SearchTown.id(some / 50 * 50 - 1) + "'" + BY_IDENTITY);
    }

    private static void combinations(int some, List<Question> all) {
        String olt = "olt-" + some / SearchTown.ONUS_OF_AN_OLT;
        page(
                all,
                "OLT and SUSPENDED, by number",
                query().olt(new OltId(olt)).status(Status.SUSPENDED).orderBy(ContractOrder.NUMBER),
                SERVED + "s.olt = '" + olt + "' AND c.status = 'SUSPENDED'" + BY_NUMBER);
        page(
                all,
                "plan and status, latest drafted",
                query().plan(new PlanId("plan-5")).status(Status.ACTIVE).orderBy(ContractOrder.LATEST_DRAFTED),
                ALL + "a.plan = 'plan-5' AND c.status = 'ACTIVE'" + LATEST);
        page(
                all,
                "address and ACTIVE, latest drafted",
                query().addressContaining("amazonas n").status(Status.ACTIVE).orderBy(ContractOrder.LATEST_DRAFTED),
                ALL + address("amazonas n") + " AND c.status = 'ACTIVE'" + LATEST);
        page(
                all,
                "held for debt on an OLT",
                query().heldFor(SuspensionReason.NON_PAYMENT).olt(new OltId(olt)),
                SERVED + flag("kind = 'HOLD' AND code = 'NON_PAYMENT'") + " AND s.olt = '" + olt + "'" + BY_IDENTITY);
        page(
                all,
                "PENDING or FAILED on an OLT",
                query().provisioning(Summary.PENDING, Summary.FAILED).olt(new OltId(olt)),
                SERVED + "c.sync IN ('PP','PI','IP','PN','NP','FI','FF','IF','FP','PF','FD','DF','FN','NF')"
                        + " AND s.olt = '" + olt + "'" + BY_IDENTITY);
    }

    private static void counts(int some, List<Question> all) {
        OltId olt = new OltId("olt-" + some / SearchTown.ONUS_OF_AN_OLT);
        ContractQuery onOlt = query().olt(olt).build();
        ContractQuery plan = query().plan(new PlanId("plan-5")).build();
        ContractQuery everything = query().build();
        all.add(new Question(
                "count of an OLT",
                search -> search.count(onOlt),
                "SELECT COUNT(*) FROM ct_service WHERE olt = '" + olt + "'"));
        all.add(new Question(
                "count of a plan",
                search -> search.count(plan),
                "SELECT COUNT(*) FROM ct_agreement WHERE plan = 'plan-5'"));
        String facets = "SELECT c.status, a.plan, s.olt, COUNT(*)" + FROM;
        String groups = " GROUP BY 1, 2, 3";
        all.add(new Question(
                "facets of an OLT",
                search -> search.counts(onOlt).total(),
                "SELECT SUM(n) FROM (" + facets.replace("COUNT(*)", "COUNT(*) AS n") + " WHERE s.olt = '" + olt + "'"
                        + groups + ") f"));
        all.add(new Question(
                "facets of a plan",
                search -> search.counts(plan).total(),
                "SELECT SUM(n) FROM (" + facets.replace("COUNT(*)", "COUNT(*) AS n") + " WHERE a.plan = 'plan-5'"
                        + groups + ") f"));
        all.add(new Question(
                "facets of everything",
                search -> search.counts(everything).total(),
                "SELECT SUM(n) FROM (" + facets.replace("COUNT(*)", "COUNT(*) AS n") + groups + ") f"));
    }

    private static ContractQuery.Builder query() {
        return ContractQuery.builder();
    }

    private static void page(List<Question> all, String name, ContractQuery.Builder query, String sql) {
        ContractQuery built = query.build();
        all.add(new Question(
                name,
                search -> {
                    var page = search.search(built, Page.first(PAGE));
                    return (long) page.items().size() + (page.next().isPresent() ? 1 : 0);
                },
                sql));
    }

    private static String flag(String condition) {
        return "c.contract_id IN (SELECT contract_id FROM ct_flag WHERE " + condition + ")";
    }

    private static String address(String folded) {
        return "a.address_grams @> '" + SearchTown.grams(folded) + "' AND strpos(a.address_folded, '" + folded
                + "') > 0";
    }

    private static String near() {
        double reach = 300 / 111_195.08;
        double shrink = Math.cos(Math.toRadians(SearchTown.CENTRE.latitude()));
        List<String> runs = new ArrayList<>();
        for (double latitude = SearchTown.CENTRE.latitude() - reach;
                latitude <= SearchTown.CENTRE.latitude() + reach + 0.004_999;
                latitude += 0.005) {
            long row = (long) Math.floor((latitude + 90) / 0.005) * 100_000;
            runs.add("a.cell BETWEEN "
                    + (row + (long) Math.floor((SearchTown.CENTRE.longitude() + 180 - reach / shrink) / 0.005))
                    + " AND "
                    + (row + (long) Math.floor((SearchTown.CENTRE.longitude() + 180 + reach / shrink) / 0.005)));
        }
        return String.format(
                Locale.ROOT,
                ALL + "(" + String.join(" OR ", runs)
                        + ") AND (a.latitude - %1$s) ^ 2 + ((a.longitude - %2$s) * %3$s) ^ 2 <= %4$s" + BY_IDENTITY,
                SearchTown.CENTRE.latitude(),
                SearchTown.CENTRE.longitude(),
                shrink,
                reach * reach);
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
