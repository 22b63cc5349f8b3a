package io.silverdata.contract.examples.console.contracts;

import java.util.List;

/**
 * How what was found is divided.
 *
 * @param total how many there are, for people
 * @param facets by status, plan and OLT
 */
public record FacetsView(String total, List<Facet> facets) {

    public FacetsView {
        facets = List.copyOf(facets);
    }

    /**
     * A division.
     *
     * @param label for people
     * @param parts the largest first
     */
    public record Facet(String label, List<Part> parts) {

        public Facet {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a division.
     *
     * @param label for people
     * @param number of contracts
     * @param link to them
     */
    public record Part(String label, String number, String link) {}
}
