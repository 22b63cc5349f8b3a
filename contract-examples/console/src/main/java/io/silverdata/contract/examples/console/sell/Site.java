package io.silverdata.contract.examples.console.sell;

import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * Where what would be sold.
 *
 * @param address with its position
 * @param plan by its key
 */
record Site(ServiceAddress address, PlanId plan) {
    static final String ADDRESS = "address";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";
    static final String PLAN = "plan";
    private static final int MAX_ADDRESS = 256;

    /** The site that was typed; empty if something is wrong with it, which the reader knows then. */
    static Optional<Site> read(FormReader typed) {
        Optional<String> address = typed.words(ADDRESS, MAX_ADDRESS);
        Optional<Double> latitude =
                typed.required(LATITUDE, text -> GeoPosition.parse(text, "0").map(GeoPosition::latitude));
        Optional<Double> longitude =
                typed.required(LONGITUDE, text -> GeoPosition.parse("0", text).map(GeoPosition::longitude));
        Optional<PlanId> plan = typed.<PlanId>required(PLAN, Site::plan);
        return typed.make(() -> new Site(
                new ServiceAddress(
                        address.orElseThrow(), new GeoPosition(latitude.orElseThrow(), longitude.orElseThrow())),
                plan.orElseThrow()));
    }

    private static Either<Rejection.InvalidValue, PlanId> plan(String text) {
        return PlanId.parse(text);
    }
}
