package io.silverdata.contract.json;

import static io.silverdata.contract.json.Json.FLAG;
import static io.silverdata.contract.json.Json.TEXT;
import static io.silverdata.contract.json.Json.TIME;

import io.silverdata.contract.json.JsonShape.Field;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AddOnSuspension;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.ContractEvent.AddOnAdded;
import io.silverdata.contract.model.ContractEvent.AddOnEndChanged;
import io.silverdata.contract.model.ContractEvent.AddOnRemoved;
import io.silverdata.contract.model.ContractEvent.AddOnStarted;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import java.time.Instant;
import java.util.Optional;

/** What a holder has beside the plan. */
final class AddOnJson {
    private static final Json<AddOnId> ID = Json.text(AddOnId::value, AddOnId::new);
    static final Json<AddOn> ADD_ON = addOn();
    static final Json<AgreedAddOn> AGREED = agreed();

    private AddOnJson() {}

    static Json<AddOnAdded> addOnAdded() {
        JsonShape<AddOnAdded> shape = new JsonShape<>("addOnAdded");
        Field<AddOnAdded, AddOn> addOn = shape.required("addOn", ADD_ON, AddOnAdded::addOn);
        Field<AddOnAdded, Instant> starts = shape.required("starts", TIME, AddOnAdded::startsAt);
        Field<AddOnAdded, Optional<Instant>> ends = shape.optional("ends", TIME, AddOnAdded::endsAt);
        return shape.of(in -> new AddOnAdded(in.get(addOn), in.get(starts), in.get(ends)));
    }

    static Json<AddOnStarted> addOnStarted() {
        JsonShape<AddOnStarted> shape = new JsonShape<>("addOnStarted");
        Field<AddOnStarted, AddOnId> addOn = shape.required("addOn", ID, AddOnStarted::addOn);
        return shape.of(in -> new AddOnStarted(in.get(addOn)));
    }

    static Json<AddOnEndChanged> addOnEndChanged() {
        JsonShape<AddOnEndChanged> shape = new JsonShape<>("addOnEndChanged");
        Field<AddOnEndChanged, AddOnId> addOn = shape.required("addOn", ID, AddOnEndChanged::addOn);
        Field<AddOnEndChanged, Optional<Instant>> from = shape.optional("from", TIME, AddOnEndChanged::from);
        Field<AddOnEndChanged, Optional<Instant>> to = shape.optional("to", TIME, AddOnEndChanged::to);
        return shape.of(in -> new AddOnEndChanged(in.get(addOn), in.get(from), in.get(to)));
    }

    static Json<AddOnRemoved> addOnRemoved() {
        JsonShape<AddOnRemoved> shape = new JsonShape<>("addOnRemoved");
        Field<AddOnRemoved, AddOn> addOn = shape.required("addOn", ADD_ON, AddOnRemoved::addOn);
        return shape.of(in -> new AddOnRemoved(in.get(addOn)));
    }

    private static Json<AgreedAddOn> agreed() {
        JsonShape<AgreedAddOn> shape = new JsonShape<>("agreedAddOn");
        Field<AgreedAddOn, AddOn> addOn = shape.required("addOn", ADD_ON, AgreedAddOn::addOn);
        Field<AgreedAddOn, Instant> starts = shape.required("starts", TIME, AgreedAddOn::startsAt);
        Field<AgreedAddOn, Optional<Instant>> ends = shape.optional("ends", TIME, AgreedAddOn::endsAt);
        Field<AgreedAddOn, Boolean> started = shape.required("started", FLAG, AgreedAddOn::started);
        return shape.of(in -> new AgreedAddOn(in.get(addOn), in.get(starts), in.get(ends), in.get(started)));
    }

    private static Json<AddOn> addOn() {
        JsonShape<AddOn> shape = new JsonShape<>("addOn");
        Field<AddOn, AddOnId> id = shape.required("id", ID, AddOn::id);
        Field<AddOn, String> name = shape.required("name", TEXT, AddOn::name);
        Field<AddOn, Money> price =
                shape.required("price", TermsJson.MONEY, addOn -> addOn.price().amount());
        Field<AddOn, BillingCycle> cycle = shape.required(
                "cycle",
                Json.constant(BillingCycle.class),
                addOn -> addOn.price().cycle());
        Field<AddOn, Optional<ProfileName>> binding =
                shape.optional("binding", Json.text(ProfileName::value, ProfileName::new), AddOn::binding);
        Field<AddOn, AddOnSuspension.Service> service = shape.required(
                "suspended",
                Json.constant(AddOnSuspension.Service.class),
                addOn -> addOn.suspension().service());
        Field<AddOn, AddOnSuspension.Charge> charge = shape.required(
                "suspendedCharge",
                Json.constant(AddOnSuspension.Charge.class),
                addOn -> addOn.suspension().charge());
        return shape.of(in -> new AddOn(
                in.get(id),
                in.get(name),
                new PlanSnapshot.Price(in.get(price), in.get(cycle)),
                in.get(binding),
                new AddOnSuspension(in.get(service), in.get(charge))));
    }
}
