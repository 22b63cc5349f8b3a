package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutputId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan in the hidden fields of a form, so that what is begun is what was looked at, and not a plan that is made anew meanwhile. */
final class PlanText {
    private static final String NONE = "-";
    private static final String BETWEEN = " ";
    private static final String PART_END = ";";
    private static final int WORDS = 5;

    private PlanText() {}

    static String of(List<SplitterMove> parts) {
        List<String> texts = new ArrayList<>();
        for (SplitterMove part : parts) {
            texts.add(String.join(
                    BETWEEN,
                    part.splitter().value(),
                    part.from().ponPort().toString(),
                    feeding(part.from()),
                    part.to().ponPort().toString(),
                    feeding(part.to())));
        }
        return String.join(PART_END, texts);
    }

    private static String feeding(SplicePoint point) {
        return point.feeding().map(Object::toString).orElse(NONE);
    }

    /** The plan; empty if it is none that {@link #of} wrote. */
    static Optional<PlantMove> read(String name, String parts, String notBefore) {
        try {
            List<SplitterMove> read = new ArrayList<>();
            for (String part : parts.split(PART_END, -1)) {
                String[] words = part.split(BETWEEN, -1);
                if (words.length != WORDS) {
                    return Optional.empty();
                }
                read.add(new SplitterMove(
                        new SplitterId(words[0]), point(words[1], words[2]), point(words[3], words[4])));
            }
            return Optional.of(new PlantMove(name, read, Instant.parse(notBefore)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static SplicePoint point(String ponPort, String feeding) {
        PonPortId id = PonPortId.parse(ponPort).getOrElseThrow(wrong -> new IllegalArgumentException(wrong.message()));
        return feeding.equals(NONE)
                ? SplicePoint.of(id)
                : SplicePoint.of(
                        id,
                        SplitterOutputId.parse(feeding)
                                .getOrElseThrow(wrong -> new IllegalArgumentException(wrong.message())));
    }
}
