package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was read about one ONU. */
record Cells(Map<Oid, SnmpValue> values, long index) {

    OptionalLong number(Oid column) {
        return numberAt(column.append(index));
    }

    OptionalLong numberAt(Oid object) {
        SnmpValue value = values.get(object);
        return value == null ? OptionalLong.empty() : value.number();
    }

    Optional<String> profile(Oid column) {
        OptionalLong number = number(column);
        return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
    }

    Optional<String> text(Oid column) {
        return Optional.ofNullable(values.get(column.append(index)))
                .filter(SnmpValue.Octets.class::isInstance)
                .map(value -> ((SnmpValue.Octets) value).text());
    }
}
