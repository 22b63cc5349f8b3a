package io.silverdata.contract.adapters.radius.internal.nas;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.internal.AddressRange;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * FreeRADIUS' table {@code nas}: the exact address, then the longest prefix; two rows that differ there are refused. Names of hosts are ignored. Read each time:
 * it is short, and asked only where the configuration does not know the NAS.
 */
public final class NasTable {
    private final List<NasProfile> profiles;
    private final NasTableSettings settings;
    private final Supplier<List<Row>> rows;

    public NasTable(RadiusDatabase database, List<NasProfile> profiles, NasTableSettings settings) {
        this.profiles = List.copyOf(profiles);
        this.settings = settings;
        this.rows = () -> database.read(NasTable::rows);
    }

    private NasTable(NasTable other, Supplier<List<Row>> rows) {
        this.profiles = other.profiles;
        this.settings = other.settings;
        this.rows = rows;
    }

    /** The same, with its rows read at the first question, and kept. Not thread-safe. */
    NasTable readingOnce() {
        List<List<Row>> kept = new ArrayList<>(1);
        return new NasTable(this, () -> {
            if (kept.isEmpty()) {
                kept.add(rows.get());
            }
            return kept.get(0);
        });
    }

    /** A row; never shown, since it holds a secret. */
    private record Row(AddressRange range, String name, String type, String secret) {
        boolean isSameNas(Row other) {
            return type.equalsIgnoreCase(other.type) && secret.equals(other.secret);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The NAS at an address, or what is wrong with its row; empty when there is none. */
    Optional<Either<Refused, NasSettings>> find(InetAddress address) {
        List<Row> serving =
                rows.get().stream().filter(row -> row.range().contains(address)).toList();
        Optional<Row> longest =
                serving.stream().max(Comparator.comparingInt(row -> row.range().length()));
        return longest.map(row -> serving.stream()
                .filter(other -> other.range().isSameNetwork(row.range()) && !other.isSameNas(row))
                .findFirst()
                .map(other -> Either.<Refused, NasSettings>left(ambiguous(row, other)))
                .orElseGet(() -> settings(row, address)));
    }

    private static Refused ambiguous(Row one, Row other) {
        return new Refused(
                "NAS_ROW_AMBIGUOUS",
                "rows " + one + " and " + other + " of table nas are both for " + one.range()
                        + ", with other types or secrets");
    }

    private Either<Refused, NasSettings> settings(Row row, InetAddress address) {
        try {
            SharedSecret secret =
                    settings.allowsWeakSecrets() ? SharedSecret.weak(row.secret()) : SharedSecret.of(row.secret());
            NasEndpoint endpoint =
                    NasEndpoint.builder(address, secret).port(settings.port()).build();
            NasProfile profile = profiles.stream()
                    .filter(known -> known.name().equalsIgnoreCase(row.type()))
                    .findFirst()
                    .orElse(settings.profile());
            return Either.right(NasSettings.of(row.name(), endpoint, profile));
        } catch (IllegalArgumentException wrong) {
            return Either.left(new Refused(
                    "NAS_ROW_INVALID",
                    "row " + row.range() + " of table nas: " + Objects.toString(wrong.getMessage())));
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select nasname, shortname, type, secret from nas order by id");
                ResultSet found = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                String name = found.getString(1);
                String shortName = Objects.toString(found.getString(2), "");
                String type = Objects.toString(found.getString(3), "");
                String secret = Objects.toString(found.getString(4), "");
                AddressRange.parse(name)
                        .map(range -> new Row(range, shortName.isBlank() ? name : shortName, type, secret))
                        .ifPresent(rows::add);
            }
            return rows;
        }
    }
}
