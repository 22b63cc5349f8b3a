package io.silverdata.contract.json;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DiscountCode;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.WriteScope;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * A type of which each value is one piece of text, as people write it: in a path, a parameter, a form or a JSON string. For authors of
 * bindings to web frameworks and JSON libraries.
 *
 * <p>Safe for use by any number of threads.
 *
 * @param <T> the type
 */
public final class TextForm<T> {
    private static final List<TextForm<?>> ALL = List.of(
            new TextForm<>(Actor.class, Actor::toString, Actor::parse),
            new TextForm<>(AddOnId.class, AddOnId::toString, AddOnId::parse),
            new TextForm<>(AttributeKey.class, AttributeKey::toString, AttributeKey::parse),
            new TextForm<>(Bandwidth.class, Bandwidth::toString, Bandwidth::parse),
            new TextForm<>(ContractId.class, ContractId::toString, ContractId::parse),
            new TextForm<>(ContractNumber.class, ContractNumber::toString, ContractNumber::parse),
            new TextForm<>(CustomerId.class, CustomerId::toString, CustomerId::parse),
            new TextForm<>(IdempotencyKey.class, IdempotencyKey::toString, IdempotencyKey::parse),
            new TextForm<>(FramedRoute.class, FramedRoute::toString, FramedRoute::parse),
            new TextForm<>(IpAddress.class, IpAddress::toString, IpAddress::parse),
            new TextForm<>(IpPrefix.class, IpPrefix::toString, IpPrefix::parse),
            new TextForm<>(Money.class, TextForm::money, Money::parse),
            new TextForm<>(NoteId.class, NoteId::toString, NoteId::parse),
            new TextForm<>(OltId.class, OltId::toString, OltId::parse),
            new TextForm<>(OnuSerial.class, OnuSerial::toString, OnuSerial::parse),
            new TextForm<>(PlanId.class, PlanId::toString, PlanId::parse),
            new TextForm<>(DiscountCode.class, DiscountCode::toString, DiscountCode::parse),
            new TextForm<>(PonPortId.class, PonPortId::toString, PonPortId::parse),
            new TextForm<>(ProfileName.class, ProfileName::toString, ProfileName::parse),
            new TextForm<>(RadiusUser.class, RadiusUser::toString, RadiusUser::parse),
            new TextForm<>(SplitterId.class, SplitterId::toString, SplitterId::parse),
            new TextForm<>(SplitterOutputId.class, SplitterOutputId::toString, SplitterOutputId::parse),
            new TextForm<>(WriteScope.class, WriteScope::toString, WriteScope::parse));

    private final Class<T> type;
    private final Function<T, String> format;
    private final Function<String, Either<Rejection.InvalidValue, T>> parse;

    private TextForm(
            Class<T> type, Function<T, String> format, Function<String, Either<Rejection.InvalidValue, T>> parse) {
        this.type = type;
        this.format = format;
        this.parse = parse;
    }

    /** Every type that has one: identities, bandwidth and money. */
    public static List<TextForm<?>> all() {
        return ALL;
    }

    /** The type. */
    public Class<T> type() {
        return type;
    }

    /** As people write it, for example {@code 24.90 USD} or {@code 100 Mbit/s}. */
    public String format(T value) {
        return format.apply(value);
    }

    /**
     * Reads what a person or another program wrote.
     *
     * @return the value, or what is wrong with the text
     */
    public Either<Rejection.InvalidValue, T> parse(String text) {
        return parse.apply(text);
    }

    /** An amount with at least the decimals of its currency. */
    static BigDecimal withCents(Money money) {
        BigDecimal amount = money.amount();
        int cents = money.currency().getDefaultFractionDigits();
        return amount.scale() < cents ? amount.setScale(cents) : amount;
    }

    private static String money(Money money) {
        return withCents(money).toPlainString() + " " + money.currency().getCurrencyCode();
    }
}
