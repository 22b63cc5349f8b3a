package io.silverdata.contract.internal.runs;

import com.google.common.collect.Lists;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.command.AdoptUseCase;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.AdoptionItem;
import io.silverdata.contract.runs.KeyedAdoption;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.StorageException;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adopts contracts in groups that share a unit of work, and what each asks of the storage is read for the group at once. Thread-safe. */
public final class GroupedAdoption {
    private static final Logger LOG = LoggerFactory.getLogger(GroupedAdoption.class);
    private static final int TOGETHER = 200;

    private final Storage storage;
    private final CommandRunner commands;
    private final AdoptUseCase useCase;
    private final FaultIsolation faults;

    /** All parts are shared with the facade. */
    public GroupedAdoption(Storage storage, CommandRunner commands, AdoptUseCase useCase, FaultIsolation faults) {
        this.storage = storage;
        this.commands = commands;
        this.useCase = useCase;
        this.faults = faults;
    }

    /** Adopts one contract. */
    public Either<Rejection, CommandResult> adopt(Adoption adoption, CommandContext context) {
        return commands.open(
                CommandRequest.opening("adopt", context, adoption), situation -> useCase.adopt(adoption, situation));
    }

    List<AdoptionItem> adoptAll(List<KeyedAdoption> adoptions, CommandContext context) {
        List<AdoptionItem> items = new ArrayList<>();
        for (List<KeyedAdoption> group : Lists.partition(adoptions, TOGETHER)) {
            items.addAll(together(group, context)
                    .orElseGet(
                            () -> group.stream().map(one -> alone(one, context)).toList()));
        }
        return items;
    }

    private Optional<List<AdoptionItem>> together(List<KeyedAdoption> group, CommandContext context) {
        try {
            return Optional.of(commands.together(() -> {
                readAhead(group);
                return group.stream().map(one -> item(one, context)).toList();
            }));
        } catch (RuntimeException failed) {
            LOG.debug("{} contracts could not be adopted together", group.size(), failed);
            return Optional.empty();
        }
    }

    /** What each command would read by itself. */
    private void readAhead(List<KeyedAdoption> group) {
        storage.commands().findAll(all(group, one -> Stream.of(one.key())));
        storage.contracts().holdersOfNumbers(all(group, one -> one.adoption().terms().number().stream()));
        storage.contracts()
                .holdersOfOnus(all(group, one -> Stream.of(one.adoption().onu())));
        storage.contracts()
                .holdersOfUsers(all(group, one -> Stream.of(one.adoption().radiusUser())));
        storage.plant().readAhead(all(group, one -> one.adoption().output().stream()));
    }

    private static <T> List<T> all(List<KeyedAdoption> group, Function<KeyedAdoption, Stream<T>> part) {
        return group.stream().flatMap(part).distinct().collect(Collectors.toList());
    }

    /** What is wrong with this contract alone becomes its item. */
    private AdoptionItem alone(KeyedAdoption one, CommandContext context) {
        try {
            return item(one, context);
        } catch (RuntimeException thrown) {
            if (thrown instanceof StorageException failed && !faults.isOfOneContract(failed)) {
                throw failed;
            }
            LOG.warn("{} was not adopted", one.key(), thrown);
            return AdoptionItem.failed(one.key(), thrown.toString());
        }
    }

    private AdoptionItem item(KeyedAdoption one, CommandContext context) {
        return adopt(one.adoption(), context.once(one.key().value()))
                .fold(
                        refusal -> AdoptionItem.refused(one.key(), refusal),
                        result -> AdoptionItem.adopted(one.key(), result));
    }
}
