package io.silverdata.contract.examples.network;

import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Map;

/**
 * What the network is to serve.
 *
 * @param olts each OLT with the id of its driver, in order
 * @param ports the PON ports of all of them
 * @param plans what is sold, whose profiles RADIUS and OLTs must know
 */
public record NetworkPlan(Map<OltId, String> olts, List<PonPortId> ports, List<PlanSnapshot> plans) {

    public NetworkPlan {
        ports = List.copyOf(ports);
        plans = List.copyOf(plans);
    }

    List<PonPortId> ports(OltId olt) {
        return ports.stream().filter(port -> port.olt().equals(olt)).toList();
    }
}
