package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.device.Answer;
import io.silverdata.contract.examples.console.device.OnuMonitor;
import io.silverdata.contract.examples.console.device.OnuReading;
import io.silverdata.contract.examples.console.device.VisibleOnu;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.SplitterAssessment;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ONUs of the demo. What an OLT in memory was told about is registered, and has the light that the assessment predicts, give or take a
 * splice. Where a draft waits for its installation, the installer has plugged one in that nobody registered yet. A new one takes some
 * seconds to come online, and a few lost their light.
 */
final class DemoOnus implements OnuMonitor {
    private static final Duration RANGING = Duration.ofSeconds(4);
    private static final Duration CONFIGURING = Duration.ofSeconds(8);
    private static final int DRAFTS = 500;
    private static final int LOST_ONE_IN = 61;
    private static final double USUAL_DBM = -21;
    private static final int USUAL_METRES = 1_800;
    private static final String MODEL = "HG8145V5";

    private final Contracts contracts;
    private final InMemoryLine lines;
    private final Clock clock;

    DemoOnus(Contracts contracts, InMemoryLine lines, Clock clock) {
        this.contracts = contracts;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Answer<Optional<OnuReading>> read(OltId olt, OnuSerial onu) {
        return Answer.of(contract(onu).flatMap(contract -> reading(contract, olt, onu)));
    }

    private Optional<Contract> contract(OnuSerial onu) {
        ContractQuery query = ContractQuery.builder().onu(onu).build();
        return contracts.search(query, Page.first(1)).items().stream()
                .findFirst()
                .flatMap(found -> contracts.find(found.id()));
    }

    private Optional<OnuReading> reading(Contract contract, OltId olt, OnuSerial onu) {
        return contract.line()
                .filter(line -> line.ports().ponPort().olt().equals(olt))
                .flatMap(line -> lines.find(line.ports().ponPort(), onu))
                .map(registered -> reading(contract, registered));
    }

    private OnuReading reading(Contract contract, LineService registered) {
        Line line = registered.line();
        int chance = chance(line.onu());
        Duration age = Duration.between(contract.activatedAt().orElse(Instant.EPOCH), clock.instant());
        if (!registered.enabled()) {
            return dark("OFFLINE", "ADMIN");
        }
        if (chance % LOST_ONE_IN == 0) {
            return dark("LOS", "LOS");
        }
        if (age.compareTo(CONFIGURING) < 0) {
            return dark(age.compareTo(RANGING) < 0 ? "LOGGING" : "SYNC_MIB", "NONE");
        }
        return working(contract, line, chance);
    }

    private static OnuReading dark(String phase, String cause) {
        return new OnuReading(
                Optional.of(false), phase, cause, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static OnuReading working(Contract contract, Line line, int chance) {
        Optional<SplitterAssessment> assessed = contract.assessment()
                .flatMap(assessment ->
                        assessment.of(line.ports().splitterOutput().splitter()));
        double received = assessed.flatMap(SplitterAssessment::predictedPower)
                        .map(OpticalPower::dbm)
                        .orElse(USUAL_DBM)
                - chance % 23 / 10.0
                + 0.8;
        long metres = USUAL_METRES
                + chance % 900
                + assessed.map(SplitterAssessment::drop).map(Distance::metres).orElse(0L);
        return new OnuReading(
                Optional.of(true),
                "WORKING",
                chance % 7 == 0 ? "POWER" : "NONE",
                Optional.of(OpticalPower.ofDbm(received)),
                Optional.of(OpticalPower.ofDbm(2 + chance % 6 / 10.0)),
                Optional.of(OpticalPower.ofDbm(received - 1.4)),
                Optional.of(Distance.ofMetres(metres)));
    }

    private static int chance(OnuSerial onu) {
        return Math.floorMod(onu.hashCode() * 31 + 7, 10_007);
    }

    @Override
    public Answer<List<VisibleOnu>> unregistered(OltId olt) {
        ContractQuery drafts = ContractQuery.builder().status(Status.DRAFT).build();
        List<ContractId> waiting = contracts.search(drafts, Page.first(DRAFTS)).items().stream()
                .map(ContractSummary::id)
                .toList();
        List<VisibleOnu> plugged = contracts.findAll(waiting).stream()
                .flatMap(draft -> draft.reservation().stream()
                        .filter(reservation -> !reservation.isOver(clock.instant()))
                        .map(reservation -> reservation.ports().ponPort())
                        .filter(ponPort -> ponPort.olt().equals(olt))
                        .map(ponPort -> new VisibleOnu(ponPort, pluggedIn(draft), Optional.of(MODEL))))
                .sorted(Comparator.comparing(VisibleOnu::ponPort).thenComparing(VisibleOnu::serial))
                .toList();
        return Answer.of(plugged.stream().filter(onu -> contract(onu.serial()).isEmpty()).toList());
    }

    private static OnuSerial pluggedIn(Contract draft) {
        return new OnuSerial(String.format(
                Locale.ROOT, "HWTC%08X", 0x7000_0000 + (draft.number().hashCode() & 0x0FFF_FFFF)));
    }
}
