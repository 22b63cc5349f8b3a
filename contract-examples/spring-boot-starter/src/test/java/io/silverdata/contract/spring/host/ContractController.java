package io.silverdata.contract.spring.host;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.vavr.control.Either;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A few of the requests of a provider. */
@RestController
@RequestMapping("/contracts")
public class ContractController {
    private final Contracts contracts;
    private final Desk desk;

    ContractController(Contracts contracts, Desk desk) {
        this.contracts = contracts;
        this.desk = desk;
    }

    /** What a swap asks for. */
    record Swap(OnuSerial onu, Money fee) {}

    @GetMapping
    Listing<ContractSummary> page(@RequestParam(defaultValue = "20") int size) {
        return contracts.search(ContractQuery.all(), Page.first(size));
    }

    @GetMapping("/{id}")
    Either<Rejection, Contract> one(@PathVariable ContractId id) {
        return contracts
                .find(id)
                .<Either<Rejection, Contract>>map(Either::right)
                .orElseGet(() -> Either.left(new Rejection.ContractNotFound(id)));
    }

    @GetMapping("/by-parameter")
    Contract byParameter(@RequestParam ContractId id) {
        return contracts.find(id).orElseThrow();
    }

    @GetMapping("/{id}/history")
    List<RecordedEvent> history(@PathVariable ContractId id) {
        return contracts.history(id);
    }

    @PostMapping("/{id}/suspension")
    Either<Rejection, CommandResult> suspend(@PathVariable ContractId id, CommandContext context) {
        return contracts.suspend(id, Suspension.of(SuspensionReason.NON_PAYMENT), context);
    }

    @PostMapping("/{id}/suspension/in-transaction")
    CommandResult suspendInTransaction(@PathVariable ContractId id) {
        return desk.suspend(id);
    }

    @PostMapping("/{id}/onu")
    Either<Rejection, CommandResult> swap(@PathVariable ContractId id, @RequestBody Swap swap, CommandContext context) {
        return contracts.swapOnu(id, swap.onu(), context);
    }
}
