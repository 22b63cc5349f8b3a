package io.silverdata.contract.adapters.jdbc.internal.reports;

import io.silverdata.contract.model.AppliedDiscount;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The discounts of a segment in one column: {@code GOLD=2.5 WELCOME=12.45}. Codes have neither spaces nor equals signs. */
final class AppliedDiscounts {
    private AppliedDiscounts() {}

    static String text(List<AppliedDiscount> discounts) {
        return discounts.stream()
                .map(discount -> discount.code() + "=" + discount.off().amount().toPlainString())
                .collect(Collectors.joining(" "));
    }

    static List<AppliedDiscount> read(String text, String currency) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" "))
                        .map(discount -> read(discount, discount.indexOf('='), Currency.getInstance(currency)))
                        .toList();
    }

    private static AppliedDiscount read(String discount, int equals, Currency currency) {
        return new AppliedDiscount(
                new DiscountCode(discount.substring(0, equals)),
                new Money(new BigDecimal(discount.substring(equals + 1)), currency));
    }
}
