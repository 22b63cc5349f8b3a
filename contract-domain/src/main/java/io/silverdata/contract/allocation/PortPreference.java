package io.silverdata.contract.allocation;

import com.google.common.collect.Ordering;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.SplitterAssessment;
import java.util.Comparator;

/**
 * Which of two splitters that both qualified is tried first: the lesser one. Between equals the order of the assessment
 * stays: the splitter asked for, then the nearer one. Must be consistent, as {@link Comparator#compare} demands, and safe
 * for use by any number of threads.
 */
@FunctionalInterface
public interface PortPreference extends Comparator<SplitterAssessment> {

    /** The splitter asked for, then the nearest: all are equal, and the order of the assessment stays. */
    PortPreference NEAREST = Ordering.allEqual()::compare;

    /** The most light to spare first; where the margin is not known, last. */
    PortPreference BEST_MARGIN = Comparator.comparing(PortPreference::margin, Comparator.reverseOrder())::compare;

    private static Decibels margin(SplitterAssessment splitter) {
        return splitter.margin().orElse(new Decibels(-20_000));
    }
}
