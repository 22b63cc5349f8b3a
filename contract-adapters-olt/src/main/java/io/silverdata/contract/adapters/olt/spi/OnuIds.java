package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.PonPortId;
import java.util.Set;
import java.util.stream.IntStream;

/** The numbers that ONUs have at a PON port. */
public final class OnuIds {
    private OnuIds() {}

    /**
     * The lowest number that is free.
     *
     * @param taken as the OLT showed them
     * @throws OltFault {@code NO_CAPACITY} if none is
     */
    public static int free(OltSession session, PonPortId port, Set<Integer> taken, int min, int max) {
        return IntStream.rangeClosed(min, max)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow(() -> session.fault(
                        OltFault.Kind.NO_CAPACITY,
                        "PON port " + port,
                        "every ONU id of " + min + " to " + max + " is taken"));
    }
}
