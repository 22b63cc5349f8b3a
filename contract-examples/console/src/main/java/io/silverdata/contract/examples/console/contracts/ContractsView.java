package io.silverdata.contract.examples.console.contracts;

import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * The search.
 *
 * @param form what was typed
 * @param meanings where the text may be looked for
 * @param statuses to filter by
 * @param networks to filter by
 * @param holds to filter by
 * @param chosen filters that have no field of their own
 * @param columns the heads of the columns that can be sorted by, and the others
 * @param rows of this page
 * @param found what the text was taken for; empty if there is none
 * @param first link to the first page, on a later one
 * @param next link to the next page, if there is one
 * @param facets link to the facets
 * @param export link to all that fit as CSV
 */
public record ContractsView(
        Form form,
        List<Choice> meanings,
        List<Choice> statuses,
        List<Choice> networks,
        List<Choice> holds,
        List<Chosen> chosen,
        List<Column> columns,
        List<Row> rows,
        Optional<String> found,
        Optional<String> first,
        Optional<String> next,
        String facets,
        String export) {

    public ContractsView {
        meanings = List.copyOf(meanings);
        statuses = List.copyOf(statuses);
        networks = List.copyOf(networks);
        holds = List.copyOf(holds);
        chosen = List.copyOf(chosen);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A filter that a facet has set.
     *
     * @param name of its parameter
     * @param value of it
     * @param label for people
     * @param without link to the same without it
     */
    public record Chosen(String name, String value, String label, String without) {}

    /**
     * The head of a column.
     *
     * @param label for people
     * @param link that sorts by it; empty if that cannot be
     * @param sort {@code ascending}, {@code descending}, or empty if the rows are not sorted by it
     */
    public record Column(String label, Optional<String> link, Optional<String> sort) {}

    /**
     * A contract.
     *
     * @param number for people
     * @param link to it
     * @param customer who holds it
     * @param status for people
     * @param statusKind of the badge
     * @param holds why it is held; empty if it is not
     * @param plan agreed
     * @param address where the service goes
     * @param line its OLT, PON port and output; empty without one
     * @param network how the network is, for people
     * @param networkKind of the badge
     * @param drafted day
     * @param due what is due next, a day; empty if nothing is
     */
    public record Row(
            String number,
            String link,
            String customer,
            String status,
            String statusKind,
            String holds,
            String plan,
            String address,
            String line,
            String network,
            String networkKind,
            String drafted,
            String due) {}
}
