package io.silverdata.contract.internal.command;

import io.silverdata.contract.allocation.AllocationPolicy;
import io.silverdata.contract.dunning.PauseRule;
import io.silverdata.contract.model.SuspensionPolicies;
import io.silverdata.contract.spi.IdGenerator;
import io.silverdata.contract.spi.Storage;
import java.util.Optional;

/** The use cases that look something up, one for each of their kinds. */
public record UseCases(
        HostPorts host,
        DraftUseCase draft,
        SignUpUseCase signUp,
        AssessUseCase assess,
        ReserveUseCase reserve,
        ActivateUseCase activate,
        RelocateUseCase relocate,
        SuspendUseCase suspend,
        ChangePlanUseCase changePlan,
        TransferUseCase transfer,
        SwapOnuUseCase swapOnu,
        CancelUseCase cancel,
        EraseUseCase erase,
        CorrectOutputUseCase correctOutput,
        WriteOffUseCase writeOff,
        AccessSettingsUseCase accessSettings,
        AddOnUseCase addOns) {

    /** The use cases over a storage and the host's ports. */
    public static UseCases of(
            Storage storage,
            HostPorts host,
            IdGenerator ids,
            SiteAssessor site,
            AllocationPolicy allocation,
            SuspensionPolicies suspensions,
            Optional<PauseRule> pauses,
            EraseUseCase erase,
            AccessSettingsUseCase accessSettings) {
        DraftUseCase draft = new DraftUseCase(storage.contracts(), host, ids);
        ReserveUseCase reserve = new ReserveUseCase(allocation, site);
        return new UseCases(
                host,
                draft,
                new SignUpUseCase(draft, reserve, host, site),
                new AssessUseCase(site),
                reserve,
                new ActivateUseCase(host, site, reserve),
                new RelocateUseCase(site),
                new SuspendUseCase(suspensions, pauses, host.debts()),
                new ChangePlanUseCase(host),
                new TransferUseCase(host),
                new SwapOnuUseCase(host),
                new CancelUseCase(host),
                erase,
                new CorrectOutputUseCase(),
                new WriteOffUseCase(storage.plant()),
                accessSettings,
                new AddOnUseCase());
    }
}
