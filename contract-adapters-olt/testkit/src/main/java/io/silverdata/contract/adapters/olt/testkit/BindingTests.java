package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.silverdata.contract.adapters.olt.settings.LineBinding;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What add-ons bind to a line beside its plan. */
abstract class BindingTests extends KitTests {
    BindingTests(OltDriverTck tck) {
        super(tck);
    }

    private void assumeBindings() {
        kit.assumeSupported(Operation.REGISTER, Operation.FIND, Operation.READ_CONFIGURATION, Operation.BIND_SERVICE);
        assumeFalse(tck().bindings().isEmpty(), "the device has no bindings");
    }

    private LineService bound(LinePlan plan, List<LineBinding> bindings) {
        return kit.service(1, plan, true)
                .withBindings(bindings.stream().map(LineBinding::name).toArray(ProfileName[]::new));
    }

    private static int services(LinePlan plan, List<LineBinding> bindings) {
        return plan.services().size()
                + bindings.stream()
                        .mapToInt(binding -> binding.services().size())
                        .sum();
    }

    @Test
    @Law(
            "What an add-on binds is on the ONU beside the services of its plan, and configuration shows it; a second order writes"
                    + " nothing, and once the add-on is gone only the plan is left.")
    void are_there_beside_the_plan_and_taken_off_again() {
        assumeBindings();
        List<LineBinding> all = tck().bindings();
        kit.given(kit.service(1));

        for (List<LineBinding> wanted : List.of(all.subList(0, 1), all, all.subList(1, all.size()))) {
            LineService service = bound(plan(), wanted);
            KitSetup.assertApplied(kit.order(service));
            kit.assertInSync(service);
            assertThat(kit.configured(serial(1)).services()).isEqualTo(services(plan(), wanted));
            int before = kit.sets().size();
            KitSetup.assertApplied(kit.order(service));
            assertThat(kit.sets()).hasSize(before);
        }
        KitSetup.assertApplied(kit.order(kit.service(1)));
        kit.assertInSync(kit.service(1));
        assertThat(kit.configured(serial(1)).services())
                .isEqualTo(plan().services().size());
    }

    @Test
    @Law("An ONU is registered with everything that its add-ons bind, in one order.")
    void are_there_from_the_registration_on() {
        assumeBindings();
        LineService service = bound(plan(), tck().bindings());

        KitSetup.assertApplied(kit.order(service));

        kit.assertInSync(service);
        assertThat(kit.configured(serial(1)).services()).isEqualTo(services(plan(), tck().bindings()));
    }

    @Test
    @Law("What is bound and not wanted, or wanted and not bound, is a difference that an audit finds.")
    void that_are_missing_or_left_over_are_different() {
        assumeBindings();
        LineService service = bound(plan(), tck().bindings().subList(0, 1));
        kit.given(kit.service(1));
        kit.assertDrifted(Drift.Kind.DIFFERENT, service);

        kit.given(service);
        kit.assertDrifted(Drift.Kind.DIFFERENT, kit.service(1));
    }

    @Test
    @Law(
            "A change of plan leaves what add-ons bind, unless both are about the same frames; then the gateway objects beforehand.")
    void stay_through_a_change_of_plan() {
        assumeBindings();
        kit.given(bound(plan(), tck().bindings()));

        for (LinePlan other : otherPlans()) {
            LineService changed = bound(other, tck().bindings());
            if (kit.gateway()
                    .bindingObjection(OltDriverTck.OLT, other.profile(), changed.bindings())
                    .isEmpty()) {
                KitSetup.assertApplied(kit.order(changed));
                kit.assertInSync(changed);
                assertThat(kit.configured(serial(1)).services()).isEqualTo(services(other, tck().bindings()));
            }
        }
    }

    @Test
    @Law(
            "A driver that binds no services says so before an order is accepted, and one that can objects to nothing that is set up.")
    void are_objected_to_beforehand_exactly_where_they_cannot_be() {
        List<ProfileName> wanted =
                tck().bindings().stream().map(LineBinding::name).toList();

        assertThat(kit.gateway()
                        .bindingObjection(OltDriverTck.OLT, plan().profile(), List.of(new ProfileName("not-set-up"))))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains(
                                kit.supports(Operation.BIND_SERVICE)
                                        ? "not-set-up"
                                        : kit.capabilities()
                                                .of(Operation.BIND_SERVICE)
                                                .evidence()));
        assertThat(
                        wanted.isEmpty()
                                ? Optional.<String>empty()
                                : kit.gateway().bindingObjection(OltDriverTck.OLT, plan().profile(), wanted))
                .isEmpty();
    }

    @Test
    @Law("Binding services as an experiment is refused beforehand unless the operator allows it for that OLT.")
    void are_objected_to_where_they_are_an_experiment_that_is_not_allowed() {
        kit.assumeExperimental(Operation.BIND_SERVICE);
        assumeFalse(tck().bindings().isEmpty(), "the device has no bindings");
        kit.allowNothingExperimental();

        assertThat(kit.gateway()
                        .bindingObjection(
                                OltDriverTck.OLT,
                                plan().profile(),
                                List.of(tck().bindings().get(0).name())))
                .hasValueSatisfying(why -> assertThat(why).contains("experimental"));
    }
}
