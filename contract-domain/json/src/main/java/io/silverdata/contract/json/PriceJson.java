package io.silverdata.contract.json;

import static io.silverdata.contract.json.TermsJson.MONEY;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.ContractEvent.PriceAgreed;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;

/** What a plan costs a contract beside what the catalogue says. */
final class PriceJson {
    private static final Json<PlanId> PLAN = Json.text(PlanId::value, PlanId::new);

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
}
