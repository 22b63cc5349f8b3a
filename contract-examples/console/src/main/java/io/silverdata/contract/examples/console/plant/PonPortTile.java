package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.query.PonPortSummary;

/**
 * A PON port on the map of its OLT.
 *
 * @param label frame, slot and port
 * @param path of its page
 * @param card frame and slot
 * @param state whether it is in service
 * @param fill how full it is
 */
public record PonPortTile(String label, String path, String card, String state, Fill fill) {

    static PonPortTile of(PonPortSummary summary) {
        PonPortId id = summary.ponPort().id();
        return new PonPortTile(
                label(id),
                path(id),
                id.frame() + "/" + id.slot(),
                summary.ponPort().state().name(),
                Fill.of(summary.occupancy().outputs(), summary.ponPort().subscriberLimit()));
    }

    static String label(PonPortId id) {
        return id.frame() + "/" + id.slot() + "/" + id.port();
    }

    static String path(PonPortId id) {
        return "/plant/olts/" + id.olt() + "/pon/" + label(id);
    }
}
