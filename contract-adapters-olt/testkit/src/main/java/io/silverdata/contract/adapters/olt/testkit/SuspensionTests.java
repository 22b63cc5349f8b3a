package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.spi.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeping an ONU from working, and letting it work again. */
abstract class SuspensionTests extends KitTests {
    SuspensionTests(OltDriverTck tck) {
        super(tck);
    }

    @BeforeEach
    void assumeSupported() {
        kit.assumeSupported(
                Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.SET_ADMIN_STATE);
        kit.given(kit.service(1));
    }

    @Test
    @Law("OltDriver.setEnabled(false) keeps the ONU from working, and registered.")
    void keeps_the_ONU_registered_and_from_working() {
        KitSetup.assertApplied(kit.order(kit.service(1, plan(), false)));

        assertThat(kit.configured(serial(1)).enabled()).isFalse();
    }

    @Test
    @Law("A repeated suspension writes nothing: configuration shows that the ONU is disabled.")
    void that_is_repeated_writes_nothing() {
        kit.given(kit.service(1, plan(), false));
        int sets = kit.sets().size();

        KitSetup.assertApplied(kit.order(kit.service(1, plan(), false)));

        assertThat(kit.sets()).as("sets").hasSize(sets);
    }

    @Test
    @Law("OltDriver.setEnabled(true) lets a suspended ONU work again, as it was before.")
    void ends_with_the_ONU_as_it_was_before() {
        kit.given(kit.service(1, plan(), false));

        KitSetup.assertApplied(kit.order(kit.service(1)));

        assertThat(kit.configured(serial(1)).enabled()).isTrue();
        kit.assertInSync(kit.service(1));
    }

    @Test
    @Law("A suspension is about one ONU: never switch the PON port.")
    void leaves_other_ONUs_alone() {
        kit.given(kit.service(2));

        KitSetup.assertApplied(kit.order(kit.service(1, plan(), false)));

        assertThat(kit.configured(serial(2)).enabled()).isTrue();
    }
}
