package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.ContractReading;
import io.silverdata.contract.spi.ForeignLogins;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnreadableContractException;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks through RADIUS and the OLTs for what no contract asks for. What seems so is told only if it is there when looked at by
 * itself, and nobody came to hold it meanwhile. Not thread-safe.
 */
final class ExtraSearch {
    private static final int PAGE = 200;

    private final Storage storage;
    private final NetworkReader.Look network;
    private final Deque<OnuRegistration> registrations = new ArrayDeque<>();
    private Optional<String> afterLogin = Optional.empty();
    private boolean loginsDone;
    private Optional<String> afterForeign = Optional.empty();
    private boolean foreignDone;
    private @Nullable Deque<OltId> olts;

    ExtraSearch(Storage storage, NetworkReader.Look network) {
        this.storage = storage;
        this.network = network;
    }

    /** Looks at so many more at most; returns whether there are more. {@code each} must not throw. */
    boolean advance(int max, Consumer<AuditItem> each) {
        int left = max;
        boolean more = true;
        while (more && left > 0) {
            // what throws in the middle of a page is looked at again, so nothing of that page was told
            List<AuditItem> found = new ArrayList<>();
            int size = Math.min(left, PAGE);
            if (!loginsDone) {
                left -= logins(size, found::add);
            } else if (!foreignDone) {
                left -= foreignLogins(size, found::add);
            } else if (!registrations.isEmpty()) {
                left -= onus(size, found::add);
            } else {
                more = nextOlt(found::add);
            }
            found.forEach(each);
        }
        return more;
    }

    private int logins(int max, Consumer<AuditItem> each) {
        Either<Observation.Unreadable, LoginPage> page = network.logins(afterLogin, max);
        if (page.isLeft()) {
            loginsDone = true;
            each.accept(
                    AuditItems.unreadable(NetworkTarget.ACCESS, page.getLeft().detail()));
            return 1;
        }
        List<RadiusUser> logins = page.get().logins();
        Map<RadiusUser, ContractId> holders = storage.contracts().holdersOfUsers(logins);
        List<RadiusUser> unheld =
                logins.stream().filter(login -> !holders.containsKey(login)).toList();
        Set<RadiusUser> there = network.there(unheld);
        for (RadiusUser login : unheld) {
            if (there.contains(login) && storage.contracts().holderOf(login).isEmpty()) {
                each.accept(AuditItems.extra(
                        Optional.empty(), NetworkTarget.ACCESS, "login " + login, new Extra.Login(login)));
            }
        }
        afterLogin = page.get().next();
        loginsDone = afterLogin.isEmpty();
        return Math.max(1, logins.size());
    }

    /** Leaves out logins that a contract holds: the audit compares them with that contract. */
    private int foreignLogins(int max, Consumer<AuditItem> each) {
        Either<Observation.Unreadable, ForeignLogins> page = network.foreignLogins(afterForeign, max);
        if (page.isLeft()) {
            foreignDone = true;
            each.accept(
                    AuditItems.unreadable(NetworkTarget.ACCESS, page.getLeft().detail()));
            return 1;
        }
        List<String> names = page.get().names();
        for (String name : names) {
            boolean held = RadiusUser.parse(name)
                    .map(login -> storage.contracts().holderOf(login).isPresent())
                    .getOrElse(false);
            if (!held) {
                each.accept(AuditItems.foreign(NetworkTarget.ACCESS, "foreign login " + name));
            }
        }
        afterForeign = page.get().next();
        foreignDone = afterForeign.isEmpty();
        return Math.max(1, names.size());
    }

    private int onus(int max, Consumer<AuditItem> each) {
        List<OnuRegistration> some = registrations.stream().limit(max).toList();
        Map<OnuSerial, ContractId> holders = storage.contracts()
                .holdersOfOnus(some.stream().map(OnuRegistration::onu).toList());
        ContractReading reading =
                storage.contracts().readAll(holders.values().stream().distinct().toList());
        Map<ContractId, Contract> contracts =
                reading.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
        Map<ContractId, ContractFault> faults =
                reading.faults().stream().collect(Collectors.toMap(ContractFault::contract, Function.identity()));
        List<OnuRegistration> unheld = new ArrayList<>();
        for (OnuRegistration registration : some) {
            Optional<ContractId> holder = Optional.ofNullable(holders.get(registration.onu()));
            Optional<ContractFault> fault = holder.map(faults::get);
            if (fault.isPresent()) {
                each.accept(unreadable(registration, fault.get()));
            } else if (!isHeld(holder.map(contracts::get), registration)) {
                unheld.add(registration);
            }
        }
        Set<OnuRegistration> registered = network.registered(unheld);
        unheld.stream().filter(registered::contains).forEach(registration -> tell(registration, each));
        some.forEach(looked -> registrations.remove());
        return some.size();
    }

    /** What a contract that cannot be read holds must never be taken for what nobody holds. */
    private static AuditItem unreadable(OnuRegistration registration, ContractFault fault) {
        return AuditItems.unreadable(NetworkTarget.LINE, "ONU " + registration + ": " + fault.problem());
    }

    private void tell(OnuRegistration registration, Consumer<AuditItem> each) {
        Optional<Contract> holder;
        try {
            holder = storage.contracts().holderOf(registration.onu()).flatMap(storage.contracts()::find);
        } catch (UnreadableContractException unreadable) {
            each.accept(unreadable(registration, unreadable.fault()));
            return;
        }
        if (!isHeld(holder, registration)) {
            each.accept(
                    AuditItems.extra(holder, NetworkTarget.LINE, "ONU " + registration, new Extra.Onu(registration)));
        }
    }

    private boolean nextOlt(Consumer<AuditItem> each) {
        if (olts == null) {
            olts = new ArrayDeque<>(storage.plant().olts());
        }
        OltId olt = olts.poll();
        if (olt == null) {
            return false;
        }
        Either<Observation.Unreadable, LineInventory> inventory = network.inventory(olt);
        if (inventory.isLeft()) {
            each.accept(AuditItems.unreadable(
                    NetworkTarget.LINE,
                    "OLT " + olt + ": " + inventory.getLeft().detail()));
        } else {
            registrations.addAll(inventory.get().registrations());
        }
        return true;
    }

    private static boolean isHeld(Optional<Contract> holder, OnuRegistration registration) {
        return holder.filter(contract -> contract.holds(registration)).isPresent();
    }
}
