package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.Command;

/** What a command that waits will do. The other commands cannot be scheduled, and are named by their kind. */
enum ScheduledPhrases implements Command.Cases<Phrase> {
    WORDS;

    @Override
    public Phrase on(Command.Suspend command) {
        return Phrase.of(
                "scheduled.SUSPEND",
                Terms.of(command.policy().reason()),
                Phrase.term("enforcement", command.enforcement()));
    }

    @Override
    public Phrase on(Command.ChangePlan command) {
        return Phrase.of("scheduled.CHANGE_PLAN", command.plan().name());
    }

    @Override
    public Phrase on(Command.ActivateReserved command) {
        return Phrase.of("scheduled.ACTIVATE", command.onu(), command.radiusUser());
    }

    @Override
    public Phrase on(Command.AgreePrice command) {
        return Phrase.of("scheduled.AGREE_PRICE", command.plan(), command.amount());
    }

    @Override
    public Phrase on(Command.TransferOwnership command) {
        return Phrase.of("scheduled.TRANSFER_OWNERSHIP", command.customer());
    }

    @Override
    public Phrase on(Command.Cancel command) {
        return Phrase.of("scheduled.CANCEL", Terms.of(command.reason()));
    }

    private static Phrase kind(Command command) {
        return Phrase.term("command", command.kind());
    }

    @Override
    public Phrase on(Command.Assess command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.Reserve command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.RenewReservation command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ReleaseReservation command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ExpireReservation command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.Activate command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ChangeEnforcement command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.LiftHold command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.Relocate command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.CorrectOutput command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.CorrectAddress command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.CorrectNumber command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.SwapOnu command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.PrepareMove command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.WithdrawMove command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.MovePorts command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.WriteOffLines command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.RenameLogin command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ChangeAccessSettings command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.AddAddOn command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.StartAddOn command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ChangeAddOnEnd command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.RemoveAddOn command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ChangeBillingDay command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.GrantDiscount command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.EndDiscount command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.AgreeTerm command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.Schedule command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.UndoScheduled command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ApplyScheduled command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.TakeDunningStep command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.CloseDunning command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ChangeAttributes command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ErasePersonalData command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ConfirmProvisioning command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.FailProvisioning command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.RetryProvisioning command) {
        return kind(command);
    }

    @Override
    public Phrase on(Command.ReportDrift command) {
        return kind(command);
    }
}
