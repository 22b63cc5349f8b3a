package io.silverdata.contract.feasibility;

import com.google.common.collect.ImmutableSortedMap;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.Splitter;
import java.util.Objects;
import java.util.Optional;

/**
 * The design values of an operator's optical network. The defaults are those of a GPON with class B+ optics (ITU-T
 * G.984.2); check them against the data sheets of the optics in use.
 *
 * @param fibreLoss per kilometre, 0 to 10 dB; default 0.40 dB, above what ITU-T G.652.D fibre loses at 1310 and 1490 nm
 * @param connectors default 0.50 dB each, 4 on each path, none more for a splitter
 * @param splices default 0.10 dB each, 2 on each path and 2 more for each splitter
 * @param ageing kept back for repairs and wear, 0 to 10 dB; default none
 * @param sensitivity the least power that the ONU can read, -60 dBm to 0 dBm; default -27 dBm
 * @param overload the most power that the ONU can bear, above the sensitivity; default -8 dBm
 * @param minMargin above the sensitivity, below which a line fails, 0 to 20 dB; default none
 * @param warnMargin to the sensitivity and to the overload, below which a line warns, from the least margin to 20 dB;
 *     default 3 dB
 * @param darker how far a measured power may lie below the predicted one, 0 to 20 dB; default 3 dB
 * @param brighter how far a measured power may lie above the predicted one, 0 to 20 dB; default 6 dB, since a prediction
 *     counts with the weakest transmitter and the greatest losses
 * @param assumeTypicalLoss whether a splitter of unknown loss is taken to have the {@linkplain #typicalLoss typical} one;
 *     such a line warns at best. Default no: it stays unknown
 */
public record OpticalDesign(
        Decibels fibreLoss,
        Joints connectors,
        Joints splices,
        Decibels ageing,
        OpticalPower sensitivity,
        OpticalPower overload,
        Decibels minMargin,
        Decibels warnMargin,
        Decibels darker,
        Decibels brighter,
        boolean assumeTypicalLoss) {
    private static final Decibels TEN = Decibels.of(10);
    private static final Decibels TWENTY = Decibels.of(20);

    /** By number of outputs: the upper end of what data sheets of planar splitters (ITU-T G.671) promise. */
    private static final ImmutableSortedMap<Integer, Decibels> TYPICAL_LOSS =
            ImmutableSortedMap.<Integer, Decibels>naturalOrder()
                    .put(2, Decibels.of(3.8))
                    .put(4, Decibels.of(7.2))
                    .put(8, Decibels.of(10.8))
                    .put(16, Decibels.of(14.5))
                    .put(32, Decibels.of(17.5))
                    .put(64, Decibels.of(21.0))
                    .put(128, Decibels.of(24.5))
                    .buildOrThrow();

    private static final OpticalDesign DEFAULTS = new OpticalDesign(
            Decibels.of(0.4),
            new Joints(Decibels.of(0.5), 4, 0),
            new Joints(Decibels.of(0.1), 2, 2),
            Decibels.ZERO,
            OpticalPower.ofDbm(-27),
            OpticalPower.ofDbm(-8),
            Decibels.ZERO,
            Decibels.of(3),
            Decibels.of(3),
            Decibels.of(6),
            false);

    /**
     * Places of one kind where the fibre is joined, and what each of them loses.
     *
     * @param loss of each, 0 to 10 dB
     * @param perPath how many there are on each path, 0 to 100
     * @param perSplitter how many more for each splitter on it, 0 to 100
     */
    public record Joints(Decibels loss, int perPath, int perSplitter) {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming field, value and range
         */
        public Joints {
            Range.check("loss", loss, Decibels.ZERO, TEN);
            Range.check("perPath", perPath, 0, 100);
            Range.check("perSplitter", perSplitter, 0, 100);
        }

        long count(int splitters) {
            return perPath + (long) perSplitter * splitters;
        }
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public OpticalDesign {
        Range.check("fibreLoss", fibreLoss, Decibels.ZERO, TEN);
        Objects.requireNonNull(connectors, "connectors");
        Objects.requireNonNull(splices, "splices");
        Range.check("ageing", ageing, Decibels.ZERO, TEN);
        Range.check("sensitivity", sensitivity, OpticalPower.ofDbm(-60), OpticalPower.ofDbm(0));
        Range.check("overload", overload, new OpticalPower(sensitivity.hundredthsDbm() + 1), OpticalPower.ofDbm(40));
        Range.check("minMargin", minMargin, Decibels.ZERO, TWENTY);
        Range.check("warnMargin", warnMargin, minMargin, TWENTY);
        Range.check("darker", darker, Decibels.ZERO, TWENTY);
        Range.check("brighter", brighter, Decibels.ZERO, TWENTY);
    }

    /** The default values, each as its parameter says. */
    public static OpticalDesign defaults() {
        return DEFAULTS;
    }

    /** A builder that holds the default values. */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** A builder that holds the values of this design. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * The loss to reckon with when that of a splitter is not known: for 2, 4, 8, 16, 32, 64 and 128 outputs 3.8, 7.2, 10.8,
     * 14.5, 17.5, 21.0 and 24.5 dB; between them that of the next larger.
     *
     * @param outputs 2 to 128
     * @throws IllegalArgumentException naming field, value and range
     */
    public static Decibels typicalLoss(int outputs) {
        Range.check("outputs", outputs, 2, 128);
        return TYPICAL_LOSS.tailMap(outputs).values().iterator().next();
    }

    /** The loss that a splitter is recorded with, if it can be true: no splitter passes all the light to every output. */
    static Optional<Decibels> recordedLoss(Splitter splitter) {
        return splitter.loss().filter(loss -> loss.compareTo(Decibels.ZERO) > 0);
    }

    /** The loss to reckon with, if there is one. */
    Optional<Decibels> lossOf(Splitter splitter) {
        return recordedLoss(splitter)
                .or(() -> assumeTypicalLoss ? Optional.of(typicalLoss(splitter.outputs())) : Optional.empty());
    }

    /**
     * Changes some values of a design; the others stay. Values are checked by {@link #build()}. Not thread-safe.
     */
    public static final class Builder {
        private Decibels fibreLoss;
        private Joints connectors;
        private Joints splices;
        private Decibels ageing;
        private OpticalPower sensitivity;
        private OpticalPower overload;
        private Decibels minMargin;
        private Decibels warnMargin;
        private Decibels darker;
        private Decibels brighter;
        private boolean assumeTypicalLoss;

        private Builder(OpticalDesign design) {
            fibreLoss = design.fibreLoss;
            connectors = design.connectors;
            splices = design.splices;
            ageing = design.ageing;
            sensitivity = design.sensitivity;
            overload = design.overload;
            minMargin = design.minMargin;
            warnMargin = design.warnMargin;
            darker = design.darker;
            brighter = design.brighter;
            assumeTypicalLoss = design.assumeTypicalLoss;
        }

        /** Loss of a kilometre of fibre, 0 to 10 dB. */
        public Builder fibreLoss(Decibels perKilometre) {
            fibreLoss = perKilometre;
            return this;
        }

        /** How many connectors there are, and what each loses. */
        public Builder connectors(Joints joints) {
            connectors = joints;
            return this;
        }

        /** How many splices there are, and what each loses. */
        public Builder splices(Joints joints) {
            splices = joints;
            return this;
        }

        /** What is kept back for repairs and wear, 0 to 10 dB. */
        public Builder ageing(Decibels loss) {
            ageing = loss;
            return this;
        }

        /** The least power that the ONU can read, -60 dBm to 0 dBm. */
        public Builder sensitivity(OpticalPower power) {
            sensitivity = power;
            return this;
        }

        /** The most power that the ONU can bear, above the sensitivity. */
        public Builder overload(OpticalPower power) {
            overload = power;
            return this;
        }

        /** The margin below which a line fails, 0 to 20 dB. */
        public Builder minMargin(Decibels margin) {
            minMargin = margin;
            return this;
        }

        /** The margin below which a line warns, from the least margin to 20 dB. */
        public Builder warnMargin(Decibels margin) {
            warnMargin = margin;
            return this;
        }

        /** How far a measured power may lie below the predicted one, 0 to 20 dB. */
        public Builder darker(Decibels deviation) {
            darker = deviation;
            return this;
        }

        /** How far a measured power may lie above the predicted one, 0 to 20 dB. */
        public Builder brighter(Decibels deviation) {
            brighter = deviation;
            return this;
        }

        /** Whether a splitter of unknown loss is taken to have the typical one. */
        public Builder assumeTypicalLoss(boolean assume) {
            assumeTypicalLoss = assume;
            return this;
        }

        /**
         * The design.
         *
         * @throws IllegalArgumentException naming the first field that is out of range, its value and the range
         */
        public OpticalDesign build() {
            return new OpticalDesign(
                    fibreLoss,
                    connectors,
                    splices,
                    ageing,
                    sensitivity,
                    overload,
                    minMargin,
                    warnMargin,
                    darker,
                    brighter,
                    assumeTypicalLoss);
        }
    }
}
