package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuSerial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * ONUs at the PON port before the one of the tests, registered before each test under the ids that the test's own ONUs get. A driver that
 * takes an ONU's id for its index meets them first; after each test they have to be as they were.
 */
final class Neighbours {
    /** Their serial numbers are {@code serial(901)} and so on. */
    static final int FIRST = 901;

    static final int COUNT = 3;

    private static final Comparator<ConfiguredOnu> BY_ID = Comparator.comparingInt(ConfiguredOnu::id);

    private final OltDriverTck tck;
    private final SimulatedDevice device;
    private final Set<OnuSerial> serials;
    private List<ConfiguredOnu> asRegistered = List.of();

    Neighbours(OltDriverTck tck, SimulatedDevice device) {
        this.tck = tck;
        this.device = device;
        this.serials =
                IntStream.range(FIRST, FIRST + COUNT).mapToObj(tck::serial).collect(Collectors.toSet());
    }

    /** The orders that register them: with another plan than that of the tests where there is one, and one disabled if that can be. */
    static List<LineService> orders(OltDriverTck tck, KitSetup kit, boolean canDisable) {
        List<LineService> orders = new ArrayList<>();
        for (int n = FIRST; n < FIRST + COUNT; n++) {
            boolean enabled = n != FIRST + 1 || !canDisable;
            orders.add(kit.service(
                    n,
                    KitSetup.OTHER_PORT,
                    tck.otherPlans().stream().findFirst().orElseGet(tck::plan),
                    enabled));
        }
        return orders;
    }

    /** Connects them, with other light and distance than the ONUs of the tests. */
    void connect() {
        int metres = 4_321;
        for (OnuSerial serial : serials) {
            device.connect(
                    new ConnectedOnu(tck.port(KitSetup.OTHER_PORT), serial, true, true, -16.5, 1.25, -18.25, metres++));
        }
    }

    /** Remembers how they are registered, and makes the device keep them over a restart. */
    void areRegistered() {
        asRegistered = onDevice();
        assertThat(asRegistered).as("the neighbours that the kit registered").hasSize(COUNT);
        device.save();
    }

    boolean include(ConfiguredOnu onu) {
        return serials.contains(onu.serial());
    }

    int count() {
        return asRegistered.size();
    }

    List<ConfiguredOnu> asRegistered() {
        return asRegistered;
    }

    void assertUntouched() {
        if (!asRegistered.isEmpty()) {
            assertThat(onDevice())
                    .as("the ONUs at PON port %s, which no order of this test is about", tck.port(KitSetup.OTHER_PORT))
                    .isEqualTo(asRegistered);
        }
    }

    private List<ConfiguredOnu> onDevice() {
        return device.configured().stream().filter(this::include).sorted(BY_ID).toList();
    }
}
