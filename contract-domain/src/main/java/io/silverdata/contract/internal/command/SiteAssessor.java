package io.silverdata.contract.internal.command;

import io.silverdata.contract.feasibility.Assessor;
import io.silverdata.contract.feasibility.FeasibilityPolicy;
import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.BandwidthLedger;
import io.silverdata.contract.spi.Plant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is around an address, and whether it can be served from there. Thread-safe if the ports are. */
public final class SiteAssessor {
    private final Plant plant;
    private final FeasibilityPolicy policy;
    private final Assessor assessor;
    private final Optional<BandwidthLedger> sold;

    /** A look at a plant with the eyes of a policy; what is sold is looked at only where there is a ledger. */
    public SiteAssessor(Plant plant, FeasibilityPolicy policy, Optional<BandwidthLedger> sold) {
        this.plant = plant;
        this.policy = policy;
        this.assessor = new Assessor(policy);
        this.sold = sold;
    }

    /** The splitters with a free output, nearest first. */
    public List<SplitterSurvey> around(ServiceAddress address, Instant now) {
        return plant.nearest(address.position(), policy.searchRadius(), policy.maxSurveyed(), now).stream()
                .map(this::withSold)
                .toList();
    }

    /** Whether the plant has a splitter. */
    boolean knows(SplitterId splitter, Instant now) {
        return plant.survey(splitter, now).isPresent();
    }

    /** Whether anyone could be served at an address. */
    public Assessment assess(ServiceAddress address, PlanSnapshot plan, Instant now) {
        return assessor.assess(address, plan, around(address, now), now);
    }

    /** Whether anyone could be served at an address from a splitter, and from where else. */
    Assessment assess(ServiceAddress address, PlanSnapshot plan, SplitterId wanted, Instant now) {
        List<SplitterSurvey> surveys = new ArrayList<>(around(address, now));
        add(wanted, surveys, now);
        return assessor.assess(address, plan, surveys, wanted, now);
    }

    /** Whether a draft could be served, whose own reservation is not in its way. */
    public Assessment assess(Contract draft, Instant now) {
        return assessor.assess(draft.address(), draft.plan(), seenBy(draft, Optional.empty(), now), now);
    }

    /** The same for a draft that asks for a splitter. */
    public Assessment assess(Contract draft, SplitterId wanted, Instant now) {
        return assessor.assess(draft.address(), draft.plan(), seenBy(draft, Optional.of(wanted), now), wanted, now);
    }

    private List<SplitterSurvey> seenBy(Contract draft, Optional<SplitterId> wanted, Instant now) {
        Optional<PortAssignment> own =
                draft.reservation().filter(held -> !held.isOver(now)).map(Reservation::ports);
        List<SplitterSurvey> surveys = new ArrayList<>(around(draft.address(), now));
        wanted.ifPresent(splitter -> add(splitter, surveys, now));
        own.ifPresent(ports -> {
            add(ports.splitterOutput().splitter(), surveys, now);
            surveys.replaceAll(survey -> survey.withoutClaimOn(ports));
        });
        return surveys;
    }

    private void add(SplitterId splitter, List<SplitterSurvey> surveys, Instant now) {
        if (surveys.stream().noneMatch(known -> known.splitter().id().equals(splitter))) {
            plant.survey(splitter, now).map(this::withSold).ifPresent(surveys::add);
        }
    }

    private SplitterSurvey withSold(SplitterSurvey survey) {
        return sold.map(ledger -> survey.withSold(ledger.sold(survey.ponPort().id())))
                .orElse(survey);
    }
}
