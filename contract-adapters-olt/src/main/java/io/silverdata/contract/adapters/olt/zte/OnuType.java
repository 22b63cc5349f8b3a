package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.Row;
import java.util.Optional;

/** The one profile that ZTE has for an ONU, its type, stands for both. */
final class OnuType {
    private OnuType() {}

    static void check(OnuProfiles profiles) {
        if (!profiles.line().equals(profiles.service())) {
            throw new IllegalArgumentException("service must be the same as line, the ONU's type: '"
                    + profiles.service() + "' is not '" + profiles.line() + "'");
        }
    }

    static Optional<OnuProfiles> read(Row row, Oid column) {
        return row.text(column)
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .map(type -> new OnuProfiles(type, type));
    }
}
