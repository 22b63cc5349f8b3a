package io.silverdata.contract.adapters.jdbc.internal.plant;

import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Technology;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A PON port as it is kept, with the state of its OLT.
 *
 * @param id of the row
 * @param ponPort what it is
 * @param olt the state of the OLT
 */
record PonPortRow(int id, PonPort ponPort, ServiceState olt) {
    /** How many columns there are. */
    static final int WIDTH = 10;

    static final String COLUMNS = "p.pon_port_id, p.olt_id, p.frame, p.slot, p.port, p.technologies,"
            + " p.subscriber_limit, p.transmit_power, p.state, t.state";

    static final String JOIN_OLT = " JOIN {olt} t ON t.olt_id = p.olt_id";

    static Set<Technology> technologies(String column) {
        return Arrays.stream(column.split(",", -1)).map(Technology::valueOf).collect(Collectors.toSet());
    }

    static PonPortRow read(ResultSet row, int first) throws SQLException {
        PonPort ponPort = new PonPort(
                OutputRows.ponPort(row, first + 1),
                technologies(row.getString(first + 5)),
                row.getInt(first + 6),
                row.getObject(first + 7) == null
                        ? Optional.empty()
                        : Optional.of(new OpticalPower(row.getInt(first + 7))),
                ServiceState.valueOf(row.getString(first + 8)));
        return new PonPortRow(row.getInt(first), ponPort, ServiceState.valueOf(row.getString(first + 9)));
    }
}
