package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How traffic tables are named in a plan. */
enum TrafficTables {
    NAME(ServicePortTables.DOWN_NAME, ServicePortTables.UP_NAME) {
        @Override
        void check(String field, String value) {}

        @Override
        VarBind set(Oid object, String value) {
            return VarBind.of(object, value);
        }

        @Override
        Optional<String> read(SnmpValue value) {
            return value instanceof SnmpValue.Octets octets && !octets.text().isEmpty()
                    ? Optional.of(octets.text())
                    : Optional.empty();
        }
    },
    INDEX(ServicePortTables.DOWN_INDEX, ServicePortTables.UP_INDEX) {
        @Override
        void check(String field, String value) {
            if (!value.matches("\\d{1,4}")) {
                throw new IllegalArgumentException(
                        field + " must be the index of a traffic table, 0 to 9999, as option traffic=index says: '"
                                + value + "'");
            }
        }

        @Override
        VarBind set(Oid object, String value) {
            return VarBind.of(object, Integer.parseInt(value));
        }

        @Override
        Optional<String> read(SnmpValue value) {
            OptionalLong number = value.number();
            return number.isPresent() && number.getAsLong() >= 0
                    ? Optional.of(Long.toString(number.getAsLong()))
                    : Optional.empty();
        }
    };

    private final Oid down;
    private final Oid up;

    TrafficTables(Oid down, Oid up) {
        this.down = down;
        this.up = up;
    }

    static TrafficTables named(String option) {
        return switch (option.toLowerCase(Locale.ROOT)) {
            case "name" -> NAME;
            case "index" -> INDEX;
            default -> throw new IllegalArgumentException("option traffic must be name or index: '" + option + "'");
        };
    }

    /** Column of the table towards the subscriber: the MIB counts from the ONT, and receives what the subscriber downloads. */
    Oid down() {
        return down;
    }

    Oid up() {
        return up;
    }

    Optional<String> read(Map<Oid, SnmpValue> flow, Oid object) {
        return Optional.ofNullable(flow.get(object)).flatMap(this::read);
    }

    abstract void check(String field, String value);

    abstract VarBind set(Oid object, String value);

    abstract Optional<String> read(SnmpValue value);
}
