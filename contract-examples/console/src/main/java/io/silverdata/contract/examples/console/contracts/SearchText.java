package io.silverdata.contract.examples.console.contracts;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.CustomerNames;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.Page;
import io.vavr.control.Either;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a text that somebody types may mean: the beginning of a number, of a login or of an ONU's serial, a customer, a part of an address.
 * The library's conditions all have to fit, so that the text has one meaning at a time: the one that was chosen, or else the first
 * that finds a contract.
 */
@Component
class SearchText {
    private static final int CUSTOMERS = 500;

    private final Contracts contracts;
    private final CustomerNames customers;

    SearchText(Contracts contracts, CustomerNames customers) {
        this.contracts = contracts;
        this.customers = customers;
    }

    /** Where the text is looked for. */
    enum Meaning {
        NUMBER,
        LOGIN,
        ONU,
        CUSTOMER,
        ADDRESS
    }

    /**
     * A text with its meaning.
     *
     * @param meaning where it is looked for
     * @param query what else has to fit, and the text
     */
    record Understood(Meaning meaning, ContractQuery query) {}

    /** A query with a text that means something certain; or why it cannot mean that. */
    Either<InvalidValue, Understood> as(Meaning meaning, String text, ContractQuery query) {
        ContractQuery.Builder more = query.toBuilder();
        try {
            return switch (meaning) {
                case NUMBER ->
                    Either.right(
                            new Understood(meaning, more.numberBeginning(text).build()));
                case LOGIN ->
                    Either.right(
                            new Understood(meaning, more.loginBeginning(text).build()));
                case ONU ->
                    Either.right(new Understood(meaning, more.onuBeginning(text).build()));
                case ADDRESS ->
                    Either.right(
                            new Understood(meaning, more.addressContaining(text).build()));
                case CUSTOMER ->
                    customers(text)
                            .map(found -> new Understood(
                                    meaning,
                                    more.customer(found.toArray(CustomerId[]::new))
                                            .build()));
            };
        } catch (InvalidQueryException impossible) {
            return Either.left(impossible.invalidValue());
        }
    }

    /** A query with a text that means what finds a contract, or the last that it can mean; or why it can mean nothing. */
    Either<InvalidValue, Understood> guess(String text, ContractQuery query) {
        Either<InvalidValue, Understood> last = as(Meaning.ADDRESS, text, query);
        for (Meaning meaning : Meaning.values()) {
            Either<InvalidValue, Understood> understood = as(meaning, text, query);
            if (understood.exists(this::finds)) {
                return understood;
            }
            last = last.orElse(understood);
        }
        return last;
    }

    private boolean finds(Understood understood) {
        return !contracts.search(understood.query(), Page.first(1)).items().isEmpty();
    }

    /** Those with such a name; else the one with such a key. */
    private Either<InvalidValue, List<CustomerId>> customers(String text) {
        List<CustomerId> named = customers.find(text, CUSTOMERS);
        return named.isEmpty() ? CustomerId.parse(text).map(List::of) : Either.right(named);
    }
}
