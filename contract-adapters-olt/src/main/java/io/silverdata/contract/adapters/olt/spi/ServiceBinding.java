package io.silverdata.contract.adapters.olt.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One service of an ONU: which of its frames go where.
 *
 * @param gemPort number of the GEM port in the line profile, 0 to 1023
 * @param user VLAN of the frames on the ONU's side; empty for frames without a tag
 * @param outer VLAN on the network's side (S-VLAN)
 * @param inner second VLAN on the network's side (C-VLAN), if there are two
 * @param downstream name of the traffic profile towards the subscriber, where the OLT has one
 * @param upstream name of the traffic profile from the subscriber, where the OLT has one
 */
public record ServiceBinding(
        int gemPort,
        Optional<Vlan> user,
        Vlan outer,
        Optional<Vlan> inner,
        Optional<String> downstream,
        Optional<String> upstream) {
    private static final int MAX_GEM_PORTS = 1_023;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public ServiceBinding {
        if (gemPort < 0 || gemPort > MAX_GEM_PORTS) {
            throw new IllegalArgumentException("gemPort must be 0 to " + MAX_GEM_PORTS + ": " + gemPort);
        }
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(outer, "outer");
        Objects.requireNonNull(inner, "inner");
        downstream.ifPresent(name -> OnuProfiles.check("downstream", name));
        upstream.ifPresent(name -> OnuProfiles.check("upstream", name));
    }

    /** Frames with a tag on the ONU's side, whose VLAN is changed for another. */
    public static ServiceBinding tagged(int gemPort, int user, int outer) {
        return new ServiceBinding(
                gemPort,
                Optional.of(new Vlan(user)),
                new Vlan(outer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Frames without a tag on the ONU's side. */
    public static ServiceBinding untagged(int gemPort, int outer) {
        return new ServiceBinding(
                gemPort, Optional.empty(), new Vlan(outer), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with a second VLAN on the network's side. */
    public ServiceBinding withInner(int vlan) {
        return new ServiceBinding(gemPort, user, outer, Optional.of(new Vlan(vlan)), downstream, upstream);
    }

    /** The same with traffic profiles. */
    public ServiceBinding withTraffic(String down, String up) {
        return new ServiceBinding(gemPort, user, outer, inner, Optional.of(down), Optional.of(up));
    }

    /** Whether another is about the same frames of the ONU, so that only one of the two can be. */
    public boolean sameFrames(ServiceBinding other) {
        return gemPort == other.gemPort && user.equals(other.user);
    }
}
