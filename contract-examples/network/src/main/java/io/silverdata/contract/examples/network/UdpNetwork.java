package io.silverdata.contract.examples.network;

import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** RADIUS and SNMP over real UDP, to simulated devices in this process or to real ones. */
final class UdpNetwork implements Network {
    private final Radius radius;
    private final Olts olts;

    UdpNetwork(Radius radius, Olts olts) {
        this.radius = radius;
        this.olts = olts;
    }

    @Override
    public AccessProvisioner access() {
        return radius.gateway();
    }

    @Override
    public LineProvisioner lines() {
        return olts.gateway();
    }

    @Override
    public void goOn(Instant now) {
        radius.goOn(now);
        olts.gateway().saveDue();
    }

    @Override
    public String description() {
        return olts.description() + "; " + radius.description();
    }

    @Override
    public List<String> figures() {
        return Stream.concat(olts.figures().stream(), radius.figures().stream()).toList();
    }

    @Override
    public void close() {
        radius.close();
        olts.close();
    }
}
