package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.DAY;
import static io.silverdata.contract.json.TermsJson.MONEY;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.ContractEvent.DiscountEnded;
import io.silverdata.contract.model.ContractEvent.DiscountGranted;
import io.silverdata.contract.model.ContractEvent.PriceAgreed;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a plan costs a contract beside what the catalogue says. */
final class PriceJson {
    private static final Json<PlanId> PLAN = Json.text(PlanId::value, PlanId::new);
    private static final Json<DiscountCode> CODE = Json.text(DiscountCode::value, DiscountCode::new);
    static final Json<Discount> DISCOUNT = discount();

    private PriceJson() {}

    static Json<PriceAgreed> priceAgreed() {
        JsonShape<PriceAgreed> shape = new JsonShape<>("priceAgreed");
        Field<PriceAgreed, PlanId> plan = shape.required("plan", PLAN, PriceAgreed::plan);
        Field<PriceAgreed, Money> from = shape.required("from", MONEY, PriceAgreed::from);
        Field<PriceAgreed, Money> to = shape.required("to", MONEY, PriceAgreed::to);
        return shape.of(in -> new PriceAgreed(in.get(plan), in.get(from), in.get(to)));
    }

    static Json<Command.AgreePrice> agreePrice() {
        JsonShape<Command.AgreePrice> shape = new JsonShape<>("agreePrice");
        Field<Command.AgreePrice, PlanId> plan = shape.required("plan", PLAN, Command.AgreePrice::plan);
        Field<Command.AgreePrice, Money> amount = shape.required("amount", MONEY, Command.AgreePrice::amount);
        return shape.of(in -> new Command.AgreePrice(in.get(plan), in.get(amount)));
    }

    static Json<DiscountGranted> discountGranted() {
        JsonShape<DiscountGranted> shape = new JsonShape<>("discountGranted");
        Field<DiscountGranted, Discount> discount = shape.required("discount", DISCOUNT, DiscountGranted::discount);
        return shape.of(in -> new DiscountGranted(in.get(discount)));
    }

    static Json<DiscountEnded> discountEnded() {
        JsonShape<DiscountEnded> shape = new JsonShape<>("discountEnded");
        Field<DiscountEnded, DiscountCode> code = shape.required("code", CODE, DiscountEnded::code);
        Field<DiscountEnded, LocalDate> from = shape.required("from", DAY, DiscountEnded::from);
        return shape.of(in -> new DiscountEnded(in.get(code), in.get(from)));
    }

    private static Json<Discount> discount() {
        JsonShape<Discount> shape = new JsonShape<>("discount");
        Field<Discount, DiscountCode> code = shape.required("code", CODE, Discount::code);
        Field<Discount, Optional<Discount.PercentOff>> percent =
                shape.optional("percent", UnitJson.PERCENT_OFF, only(Discount.PercentOff.class));
        Field<Discount, Optional<Discount.AmountOff>> amount =
                shape.optional("amount", amountOff(), only(Discount.AmountOff.class));
        Field<Discount, LocalDate> from = shape.required("from", DAY, Discount::from);
        Field<Discount, Optional<LocalDate>> to = shape.optional("to", DAY, Discount::to);
        return shape.of(in -> new Discount(
                in.get(code),
                Stream.of(in.get(percent), in.get(amount))
                        .flatMap(Optional::stream)
                        .map(Discount.Reduction.class::cast)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("a discount has no reduction that this version knows")),
                in.get(from),
                in.get(to)));
    }

    private static <R extends Discount.Reduction> Function<Discount, Optional<R>> only(Class<R> kind) {
        return discount ->
                Optional.of(discount.reduction()).filter(kind::isInstance).map(kind::cast);
    }

    private static Json<Discount.AmountOff> amountOff() {
        JsonShape<Discount.AmountOff> shape = new JsonShape<>("amountOff");
        Field<Discount.AmountOff, Money> off = shape.required("off", MONEY, Discount.AmountOff::amount);
        Field<Discount.AmountOff, BillingCycle> cycle =
                shape.required("cycle", Json.constant(BillingCycle.class), Discount.AmountOff::cycle);
        return shape.of(in -> new Discount.AmountOff(in.get(off), in.get(cycle)));
    }
}
