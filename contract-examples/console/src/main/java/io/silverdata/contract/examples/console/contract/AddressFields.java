package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/** Text and position of an address, in three fields. */
final class AddressFields {
    static final String ADDRESS = "address";

    private static final int MAX_ADDRESS = 256;
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";

    private AddressFields() {}

    /** The fields, filled in with an address. */
    static List<Field> of(ServiceAddress present) {
        GeoPosition position = present.position();
        return List.of(
                Field.text(ADDRESS).beginning(present.text()),
                Field.text(LATITUDE).beginning(Double.toString(position.latitude())),
                Field.text(LONGITUDE).beginning(Double.toString(position.longitude())));
    }

    /** What was typed; empty if something is wrong with it. */
    static Optional<ServiceAddress> read(FormReader typed) {
        Optional<String> address = typed.words(ADDRESS, MAX_ADDRESS);
        Optional<String> latitude = typed.words(LATITUDE, MAX_ADDRESS);
        Optional<String> longitude = typed.words(LONGITUDE, MAX_ADDRESS);
        Optional<GeoPosition> position =
                latitude.flatMap(north -> longitude.flatMap(east -> position(north, east, typed)));
        return address.flatMap(text -> position.map(there -> new ServiceAddress(text, there)));
    }

    private static Optional<GeoPosition> position(String latitude, String longitude, FormReader typed) {
        Either<Rejection.InvalidValue, GeoPosition> read = GeoPosition.parse(latitude, longitude);
        read.peekLeft(wrong -> typed.reject(wrong.field(), RejectionPhrases.of(wrong)));
        return read.toJavaOptional();
    }
}
