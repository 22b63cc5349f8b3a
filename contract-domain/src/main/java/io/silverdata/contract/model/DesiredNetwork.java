package io.silverdata.contract.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the network should look like for one contract: a pure function of the contract.
 *
 * @param access the RADIUS side
 * @param line the OLT side
 */
public record DesiredNetwork(Access access, LineSide line) {

    /**
     * The RADIUS side.
     *
     * @param service the subscriber that should be there, if any
     * @param retired logins that should not be there
     */
    public record Access(Optional<AccessService> service, List<RadiusUser> retired) {
        /** Checks that nothing is missing; the list is copied. */
        public Access {
            Objects.requireNonNull(service, "service");
            retired = List.copyOf(retired);
        }
    }

    /**
     * The OLT side.
     *
     * @param service the ONU that should be there, if any
     * @param retired ONUs that should not be there
     */
    public record LineSide(Optional<LineService> service, List<Line> retired) {
        /** Checks that nothing is missing; the list is copied. */
        public LineSide {
            Objects.requireNonNull(service, "service");
            retired = List.copyOf(retired);
        }
    }

    /** Checks that nothing is missing. */
    public DesiredNetwork {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
    }

    /** What the network should look like for a contract. A draft and an ended contract have no service. */
    public static DesiredNetwork of(Contract contract) {
        return new DesiredNetwork(
                access(
                        contract.id(),
                        contract.radiusUser(),
                        contract.plan(),
                        contract.enforcement(),
                        contract.retiredUsers()),
                lineSide(
                        contract.id(),
                        contract.line(),
                        contract.plan(),
                        contract.enforcement(),
                        contract.retiredLines()));
    }

    /** Whether access is taken away or absent, so that RADIUS comes before the OLT. */
    public boolean isCut() {
        return access.service()
                .filter(service -> service.enforcement().allowsLogin())
                .isEmpty();
    }

    static Access access(
            ContractId contract,
            Optional<RadiusUser> radiusUser,
            PlanSnapshot plan,
            Enforcement enforcement,
            List<RadiusUser> retired) {
        return new Access(
                radiusUser.map(user -> new AccessService(
                        contract, user, plan.accessProfile(), plan.download(), plan.upload(), enforcement)),
                retired);
    }

    static LineSide lineSide(
            ContractId contract, Optional<Line> line, PlanSnapshot plan, Enforcement enforcement, List<Line> retired) {
        return new LineSide(
                line.map(present -> new LineService(
                        contract, present, plan.lineProfile(), enforcement != Enforcement.LINE_DISABLED)),
                retired);
    }
}
