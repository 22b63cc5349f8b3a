package io.silverdata.contract.internal.command;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ErasedEvents;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Erases what an ended contract, its events and its notes say about a person. */
public final class EraseUseCase {
    private final Storage storage;
    private final Set<AttributeKey> personal;
    private final Predicate<Actor> isCustomer;

    /**
     * A use case; all parts are shared with the facade.
     *
     * @param personal keys of the attributes that are about a person
     * @param isCustomer whether an actor is a customer
     */
    public EraseUseCase(Storage storage, Set<AttributeKey> personal, Predicate<Actor> isCustomer) {
        this.storage = storage;
        this.personal = Set.copyOf(personal);
        this.isCustomer = isCustomer;
    }

    /** Erases; what is refused has changed nothing. */
    public Either<Rejection, Decision> erase(Contract contract, Situation situation) {
        boolean hasNotes =
                !storage.notes().page(contract.id(), Page.first(1)).items().isEmpty();
        return situation
                .decide(contract, new Command.ErasePersonalData(personal, hasNotes))
                .map(decision -> erased(decision, situation));
    }

    private Decision erased(Decision decision, Situation situation) {
        List<RecordedEvent> before = situation.events().get();
        List<RecordedEvent> history = new ArrayList<>(before);
        history.addAll(decision.events());
        List<RecordedEvent> erased = new ErasedEvents(personal, isCustomer).of(history);
        storage.events()
                .rewrite(IntStream.range(0, before.size())
                        .filter(at -> !erased.get(at).equals(before.get(at)))
                        .mapToObj(erased::get)
                        .toList());
        storage.notes().eraseAll(decision.contract().id());
        return new Decision(decision.contract(), erased.subList(before.size(), erased.size()));
    }
}
