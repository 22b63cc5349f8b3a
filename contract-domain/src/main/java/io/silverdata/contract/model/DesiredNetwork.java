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
     * @param next the same ONU at an OLT to which it is to move, and which should know it before it comes
     */
    public record LineSide(Optional<LineService> service, List<Line> retired, Optional<LineService> next) {
        public LineSide {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(next, "next");
            retired = List.copyOf(retired);
        }

        /** A side on which nothing is to move. */
        public LineSide(Optional<LineService> service, List<Line> retired) {
            this(service, retired, Optional.empty());
        }
    }

    public DesiredNetwork {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(line, "line");
    }

    /** What the network should look like for a contract. A draft and an ended contract have no service. */
    public static DesiredNetwork of(Contract contract) {
        ContractSnapshot facts = contract.snapshot();
        Basis basis = new Basis(contract.id(), facts.resources(), contract.plan(), facts.holds(), facts.addOns());
        return new DesiredNetwork(basis.access(), basis.lineSide());
    }

    /** Whether access is absent or restricted in any way, so that RADIUS comes before the OLT. */
    public boolean isRestricted() {
        return access.service()
                .filter(service -> service.enforcement() == Enforcement.NONE)
                .isEmpty();
    }

    /** The facts that both sides are made of. To compare facts costs far less than to build sides and compare those. */
    record Basis(
            ContractId contract,
            NetworkResources resources,
            PlanSnapshot plan,
            List<SuspensionHold> holds,
            List<AgreedAddOn> addOns) {

        Access access() {
            return new Access(
                    resources
                            .radiusUser()
                            .map(user -> new AccessService(
                                    contract,
                                    user,
                                    plan.accessProfile(),
                                    plan.rates(),
                                    enforcement(),
                                    resources.settings())),
                    resources.retiredUsers());
        }

        boolean sameAccess(Basis other) {
            return resources.retiredUsers().equals(other.resources.retiredUsers())
                    && resources.radiusUser().equals(other.resources.radiusUser())
                    && (resources.radiusUser().isEmpty()
                            || (enforcement() == other.enforcement()
                                    && resources.settings().equals(other.resources.settings())
                                    && plan.accessProfile().equals(other.plan.accessProfile())
                                    && plan.rates().equals(other.plan.rates())));
        }

        LineSide lineSide() {
            return new LineSide(
                    resources.line().map(this::service),
                    resources.retiredLines(),
                    resources.nextLine().map(this::service));
        }

        private LineService service(Line served) {
            return new LineService(contract, served, plan.lineProfile(), enabled(), bindings());
        }

        boolean sameLine(Basis other) {
            return resources.retiredLines().equals(other.resources.retiredLines())
                    && resources.line().equals(other.resources.line())
                    && resources.movingTo().equals(other.resources.movingTo())
                    && (resources.line().isEmpty()
                            || (enabled() == other.enabled()
                                    && bindings().equals(other.bindings())
                                    && plan.lineProfile().equals(other.plan.lineProfile())));
        }

        /** What the line profile brings along is not bound beside it. */
        private List<ProfileName> bindings() {
            // Every event comes through here, and most contracts have no add-on.
            return addOns.isEmpty()
                    ? List.of()
                    : addOns.stream()
                            .filter(agreed -> agreed.started()
                                    && agreed.addOn().suspension().isServedUnder(enforcement()))
                            .flatMap(agreed -> agreed.addOn().binding().stream())
                            .filter(binding -> !binding.equals(plan.lineProfile()))
                            .distinct()
                            .sorted()
                            .toList();
        }

        private boolean enabled() {
            return enforcement() != Enforcement.LINE_DISABLED;
        }

        private Enforcement enforcement() {
            return EventApplier.strictest(holds);
        }
    }
}
