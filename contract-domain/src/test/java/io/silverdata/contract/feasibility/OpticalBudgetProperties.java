package io.silverdata.contract.feasibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.FeasibilityCheck.Result;
import io.silverdata.contract.model.OpticalPower;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class OpticalBudgetProperties {

    /** What the formula is made of. */
    record Path(OpticalDesign design, OpticalPower transmitted, List<Decibels> losses, long metres) {
        OpticalBudget budget() {
            return OpticalBudget.of(design, transmitted, losses, Distance.ofMetres(metres));
        }

        Path more(int splitterHundredths, long fibreMetres) {
            List<Decibels> more = Stream.concat(
                            losses.stream().limit(losses.size() - 1L),
                            Stream.of(losses.get(losses.size() - 1).plus(new Decibels(splitterHundredths))))
                    .toList();
            return new Path(design, transmitted, more, metres + fibreMetres);
        }

        boolean isFarFromOverload() {
            return budget().headroom().compareTo(design.warnMargin()) >= 0;
        }
    }

    @Property
    void nothing_is_lost_or_won_on_paper(@ForAll("paths") Path path) {
        OpticalBudget budget = path.budget();

        OpticalDesign design = path.design();
        int splitters = path.losses().size();
        int parts = path.losses().stream().mapToInt(Decibels::hundredths).sum()
                + (int) Math.ceil(path.metres() * design.fibreLoss().hundredths() / 1_000.0)
                + design.connectors().loss().hundredths()
                        * (design.connectors().perPath() + design.connectors().perSplitter() * splitters)
                + design.splices().loss().hundredths()
                        * (design.splices().perPath() + design.splices().perSplitter() * splitters)
                + design.ageing().hundredths();

        assertThat(budget.loss().hundredths()).isEqualTo(parts);
        assertThat(budget.received().hundredthsDbm())
                .isEqualTo(path.transmitted().hundredthsDbm() - parts);
        assertThat(budget.margin().plus(budget.headroom()))
                .isEqualTo(design.overload().above(design.sensitivity()));
    }

    @Property
    void more_loss_never_brings_more_light(
            @ForAll("paths") Path path,
            @ForAll @IntRange(max = 1_000) int splitterHundredths,
            @ForAll @LongRange(max = 40_000) long fibreMetres) {
        OpticalBudget less = path.budget();

        OpticalBudget more = path.more(splitterHundredths, fibreMetres).budget();

        assertThat(more.received()).isLessThanOrEqualTo(less.received());
        assertThat(more.margin()).isLessThanOrEqualTo(less.margin());
    }

    @Property
    void more_loss_never_improves_the_result_unless_it_was_too_bright(
            @ForAll("paths") Path path,
            @ForAll @IntRange(max = 1_000) int splitterHundredths,
            @ForAll @LongRange(max = 40_000) long fibreMetres) {
        Result before = path.budget().result();

        Result after = path.more(splitterHundredths, fibreMetres).budget().result();

        if (path.isFarFromOverload()) {
            assertThat(after).isGreaterThanOrEqualTo(before);
        }
    }

    @Property
    void the_result_is_what_margin_and_headroom_say(@ForAll("paths") Path path) {
        OpticalBudget budget = path.budget();

        int min = path.design().minMargin().hundredths();
        int warn = path.design().warnMargin().hundredths();
        int margin = budget.margin().hundredths();
        int headroom = budget.headroom().hundredths();

        assertThat(budget.result() == Result.PASS).isEqualTo(margin >= warn && headroom >= warn);
        assertThat(budget.result() == Result.FAIL).isEqualTo(margin < min || headroom < 0);
        assertThat(budget.result()).isNotEqualTo(Result.UNKNOWN);
    }

    @Provide
    Arbitrary<Path> paths() {
        Arbitrary<Decibels> splitter = hundredths(300, 1_500);
        return Combinators.combine(
                        designs(),
                        Arbitraries.integers().between(-300, 900).map(OpticalPower::new),
                        splitter.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.longs().between(0, 30_000))
                .as(Path::new);
    }

    private static Arbitrary<OpticalDesign> designs() {
        return Combinators.combine(
                        hundredths(20, 60),
                        joints(),
                        joints(),
                        hundredths(0, 200),
                        hundredths(0, 200),
                        hundredths(200, 500))
                .as((fibre, connectors, splices, ageing, min, warn) -> OpticalDesign.builder()
                        .fibreLoss(fibre)
                        .connectors(connectors)
                        .splices(splices)
                        .ageing(ageing)
                        .minMargin(min)
                        .warnMargin(warn)
                        .build());
    }

    private static Arbitrary<OpticalDesign.Joints> joints() {
        return Combinators.combine(
                        hundredths(0, 60),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 3))
                .as(OpticalDesign.Joints::new);
    }

    private static Arbitrary<Decibels> hundredths(int min, int max) {
        return Arbitraries.integers().between(min, max).map(Decibels::new);
    }
}
