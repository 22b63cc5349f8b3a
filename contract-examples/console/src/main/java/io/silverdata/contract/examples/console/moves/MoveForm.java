package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes a plan of what was typed. What is wrong with it is told beside the field. */
final class MoveForm {
    private static final String NAME = "name";
    private static final String TARGETS = "targets";
    private static final String PAIRS = "pairs";
    private static final String PON_PORT = "ponPort";
    private static final String NEW_OLT = "newOlt";
    private static final Pattern NAME_FORM = Pattern.compile("[!-~]{1,91}");
    private static final Pattern PAIR = Pattern.compile("(\\S+)\\s*=\\s*(\\S+)");

    private final Contracts contracts;
    private final FormReader typed;
    private final ZoneId zone;
    private final Instant now;

    MoveForm(Contracts contracts, FormReader typed, ZoneId zone, Instant now) {
        this.contracts = contracts;
        this.typed = typed;
        this.zone = zone;
        this.now = now;
    }

    /** What was typed would do; empty if something is wrong with it, or with the parts of the plant that it names. */
    Optional<MovePreview> preview(MoveKind kind) {
        Optional<MovePreview> preview = plan(kind).map(contracts.moves()::preview);
        preview.ifPresent(seen ->
                seen.objections().forEach(why -> typed.reject(place(kind, why), RejectionPhrases.of(why))));
        return preview.filter(seen -> seen.objections().isEmpty());
    }

    private Optional<PlantMove> plan(MoveKind kind) {
        Optional<String> name = name();
        Instant notBefore = typed.time("notBefore", zone).orElse(now);
        return switch (kind) {
            case SPLITTER -> splitter(name, notBefore);
            case EVACUATION -> evacuation(name, notBefore);
            case REPLACEMENT -> replacement(name, notBefore);
        };
    }

    private Optional<String> name() {
        String name = typed.text(NAME);
        if (!NAME_FORM.matcher(name).matches()) {
            typed.reject(NAME, Phrase.of("moves.error.name"));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private Optional<PlantMove> splitter(Optional<String> name, Instant notBefore) {
        Optional<SplitterId> splitter = typed.required("splitter", SplitterId::parse);
        Optional<PonPortId> ponPort = typed.required(PON_PORT, PonPortId::parse);
        Optional<SplitterOutputId> feeding = typed.optional("feeding", SplitterOutputId::parse);
        return typed.make(() -> new SplicePoint(ponPort.orElseThrow(), feeding))
                .flatMap(to -> planned(
                        MoveKind.SPLITTER,
                        contracts.moves().planSplitter(name.orElseThrow(), splitter.orElseThrow(), to, notBefore)));
    }

    private Optional<PlantMove> evacuation(Optional<String> name, Instant notBefore) {
        Optional<PonPortId> ponPort = typed.required(PON_PORT, PonPortId::parse);
        Set<PonPortId> targets = new LinkedHashSet<>();
        for (String line : lines(TARGETS)) {
            typed.read(TARGETS, () -> PonPortId.parse(line)).ifPresent(targets::add);
        }
        if (targets.isEmpty() || ponPort.filter(targets::contains).isPresent()) {
            typed.reject(TARGETS, Phrase.of("moves.error.targets"));
        }
        return typed.make(() -> targets)
                .flatMap(others -> planned(
                        MoveKind.EVACUATION,
                        contracts
                                .moves()
                                .planEvacuation(name.orElseThrow(), ponPort.orElseThrow(), others, notBefore)));
    }

    private Optional<PlantMove> replacement(Optional<String> name, Instant notBefore) {
        Optional<OltId> olt = typed.required("olt", OltId::parse);
        Optional<OltId> newOlt = typed.required(NEW_OLT, OltId::parse);
        if (olt.isPresent() && olt.equals(newOlt)) {
            typed.reject(NEW_OLT, Phrase.of("moves.error.sameOlt"));
        }
        Map<PonPortId, PonPortId> pairs = pairs();
        return typed.make(() -> pairs.isEmpty() ? samePlaces(olt.orElseThrow(), newOlt.orElseThrow()) : pairs)
                .flatMap(ports -> planned(
                        MoveKind.REPLACEMENT, contracts.moves().planReplacement(name.orElseThrow(), ports, notBefore)));
    }

    /** Those that were typed, one a line. */
    private Map<PonPortId, PonPortId> pairs() {
        Map<PonPortId, PonPortId> pairs = new TreeMap<>();
        for (String line : lines(PAIRS)) {
            var pair = PAIR.matcher(line);
            if (!pair.matches()) {
                typed.reject(PAIRS, Phrase.of("moves.error.pair", line));
                continue;
            }
            Optional<PonPortId> from = typed.read(PAIRS, () -> PonPortId.parse(pair.group(1)));
            Optional<PonPortId> to = typed.read(PAIRS, () -> PonPortId.parse(pair.group(2)));
            if (from.isPresent() && from.equals(to)) {
                typed.reject(PAIRS, Phrase.of("moves.error.pair", line));
            }
            from.ifPresent(old -> to.ifPresent(other -> pairs.put(old, other)));
        }
        return pairs;
    }

    /** Each PON port with splitters to that of the same frame, slot and port. */
    private Map<PonPortId, PonPortId> samePlaces(OltId olt, OltId newOlt) {
        Map<PonPortId, PonPortId> pairs = new TreeMap<>();
        Optional<String> after = Optional.empty();
        do {
            var page = contracts.plant().ponPorts(olt, new Page(Page.MAX_SIZE, after));
            page.items().stream()
                    .filter(MoveForm::hasSplitters)
                    .map(summary -> summary.ponPort().id())
                    .forEach(id -> pairs.put(id, new PonPortId(newOlt, id.frame(), id.slot(), id.port())));
            after = page.next();
        } while (after.isPresent());
        return pairs;
    }

    private static boolean hasSplitters(PonPortSummary summary) {
        for (PortState state : PortState.values()) {
            if (summary.occupancy().outputs(state) > 0) {
                return true;
            }
        }
        return false;
    }

    private List<String> lines(String field) {
        List<String> lines = new ArrayList<>();
        typed.text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }

    private Optional<PlantMove> planned(MoveKind kind, Either<Rejection, PlantMove> plan) {
        plan.peekLeft(why -> typed.reject(place(kind, why), RejectionPhrases.of(why)));
        return plan.toJavaOptional();
    }

    /** The field that names the part of the plant which is not there; else the one that says whereto. */
    private String place(MoveKind kind, Rejection why) {
        if (why instanceof Rejection.UnknownPlantPart unknown) {
            Optional<String> naming = kind.fields().stream()
                    .filter(field -> typed.text(field).contains(unknown.part()))
                    .findFirst();
            if (naming.isPresent()) {
                return naming.get();
            }
        }
        if (why instanceof Rejection.UnknownPort || why instanceof Rejection.PortUnavailable) {
            return kind.fields().get(kind.fields().size() - 1);
        }
        return kind == MoveKind.REPLACEMENT && why instanceof Rejection.NothingToChange
                ? "olt"
                : kind.fields().get(1);
    }
}
