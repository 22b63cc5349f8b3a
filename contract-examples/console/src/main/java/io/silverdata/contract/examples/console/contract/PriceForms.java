package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the customer pays for the plan: a price of the contract's own, and discounts. */
final class PriceForms {
    private static final int MOST_PERCENT = 100;
    private static final String AMOUNT = "amount";
    private static final String DAY = "day";
    private static final String DISCOUNT = "discount";
    private static final String PERCENT = "percent";
    private static final String OFF = "amountOff";
    private static final String FROM = "from";
    private static final String TO = "to";

    private PriceForms() {}

    static List<CommandForm> of(Contract contract) {
        return List.of(price(contract), grant(contract), end(contract));
    }

    private static CommandForm price(Contract contract) {
        ContractId id = contract.id();
        List<Field> fields = List.of(
                Field.text(AMOUNT).beginning(written(contract.plan().price().amount())), Field.day(DAY));
        return new CommandForm(
                        "price",
                        CommandForm.Group.AGREEMENT,
                        CommandKind.AGREE_PRICE,
                        fields,
                        typed -> price(id, typed))
                .placing(Map.of("price", AMOUNT));
    }

    /** With the decimals that the currency has, as {@code 24.90 USD}. */
    private static String written(Money money) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        BigDecimal amount = money.amount();
        return amount.setScale(Math.max(decimals, amount.scale())).toPlainString() + " " + money.currency();
    }

    private static Optional<Order> price(ContractId id, FormReader typed) {
        Optional<Money> amount = typed.required(AMOUNT, Money::parse);
        Optional<LocalDate> day = typed.day(DAY);
        return typed.make(() -> (contracts, by) -> day.isPresent()
                ? contracts.schedulePrice(id, amount.orElseThrow(), day.get(), by)
                : contracts.agreePrice(id, amount.orElseThrow(), by));
    }

    private static CommandForm grant(Contract contract) {
        List<Field> fields = List.of(
                Field.text(DISCOUNT),
                Field.number(PERCENT).optional(),
                Field.text(OFF).optional(),
                Field.day(FROM).needed(),
                Field.day(TO));
        return new CommandForm(
                        "discount",
                        CommandForm.Group.AGREEMENT,
                        CommandKind.GRANT_DISCOUNT,
                        fields,
                        typed -> grant(contract, typed))
                .placing(Map.of(AMOUNT, OFF));
    }

    private static Optional<Order> grant(Contract contract, FormReader typed) {
        Optional<DiscountCode> code = typed.required(DISCOUNT, DiscountCode::parse);
        Optional<Integer> percent = typed.optionalNumber(PERCENT, 1, MOST_PERCENT);
        Optional<Money> off = typed.optional(OFF, Money::parse);
        Optional<LocalDate> from = typed.day(FROM);
        Optional<LocalDate> to = typed.day(TO);
        if (typed.text(PERCENT).isEmpty() == typed.text(OFF).isEmpty()) {
            typed.reject(PERCENT, Phrase.of("contract.error.percentOrAmount"));
        }
        off.filter(amount -> amount.amount().signum() == 0)
                .ifPresent(nothing -> typed.reject(OFF, Phrase.of("contract.error.nothingOff")));
        if (typed.text(FROM).isEmpty()) {
            typed.reject(FROM, Phrase.of("form.required"));
        }
        if (from.isPresent() && to.filter(end -> !end.isAfter(from.get())).isPresent()) {
            typed.reject(TO, Phrase.of("contract.error.daysBackwards"));
        }
        return typed.make(() -> {
            Discount endless = percent.map(share -> Discount.percent(code.orElseThrow(), share, from.orElseThrow()))
                    .orElseGet(() -> Discount.amount(
                            code.orElseThrow(),
                            off.orElseThrow(),
                            contract.plan().price().cycle(),
                            from.orElseThrow()));
            Discount discount = to.map(endless::until).orElse(endless);
            return (contracts, by) -> contracts.grantDiscount(contract.id(), discount, by);
        });
    }

    private static CommandForm end(Contract contract) {
        List<Field.Option> discounts = contract.discounts().stream()
                .map(discount -> discount.code().value())
                .distinct()
                .map(code -> new Field.Option(code, Phrase.plain(code)))
                .toList();
        List<Field> fields =
                List.of(Field.choice(DISCOUNT, discounts), Field.day(FROM).needed());
        return new CommandForm(
                        "end-discount",
                        CommandForm.Group.AGREEMENT,
                        CommandKind.END_DISCOUNT,
                        fields,
                        typed -> end(contract.id(), typed))
                .withReason();
    }

    private static Optional<Order> end(ContractId id, FormReader typed) {
        Optional<DiscountCode> code = typed.required(DISCOUNT, DiscountCode::parse);
        Optional<LocalDate> from = typed.day(FROM);
        if (typed.text(FROM).isEmpty()) {
            typed.reject(FROM, Phrase.of("form.required"));
        }
        return typed.make(
                () -> (contracts, by) -> contracts.endDiscount(id, code.orElseThrow(), from.orElseThrow(), by));
    }
}
