package io.silverdata.contract.model;

/** The kinds of command that a contract takes. */
public enum CommandKind {
    /** {@link Command.Assess}. */
    ASSESS,
    /** {@link Command.Reserve}. */
    RESERVE,
    /** {@link Command.RenewReservation}. */
    RENEW_RESERVATION,
    /** {@link Command.ReleaseReservation}. */
    RELEASE_RESERVATION,
    /** {@link Command.ExpireReservation}. */
    EXPIRE_RESERVATION,
    /** {@link Command.Activate}, {@link Command.ActivateReserved}. */
    ACTIVATE,
    /** {@link Command.Suspend}. */
    SUSPEND,
    /** {@link Command.ChangeEnforcement}. */
    CHANGE_ENFORCEMENT,
    /** {@link Command.LiftHold}. */
    LIFT_HOLD,
    /** {@link Command.ChangePlan}. */
    CHANGE_PLAN,
    /** {@link Command.Relocate}. */
    RELOCATE,
    /** {@link Command.CorrectOutput}. */
    CORRECT_OUTPUT,
    /** {@link Command.CorrectAddress}. */
    CORRECT_ADDRESS,
    /** {@link Command.CorrectNumber}. */
    CORRECT_NUMBER,
    /** {@link Command.TransferOwnership}. */
    TRANSFER_OWNERSHIP,
    /** {@link Command.SwapOnu}. */
    SWAP_ONU,
    /** {@link Command.PrepareMove}. */
    PREPARE_MOVE,
    /** {@link Command.WithdrawMove}. */
    WITHDRAW_MOVE,
    /** {@link Command.MovePorts}. */
    MOVE_PORTS,
    /** {@link Command.RenameLogin}. */
    RENAME_LOGIN,
    /** {@link Command.ChangeAccessSettings}. */
    CHANGE_ACCESS_SETTINGS,
    /** {@link Command.AddAddOn}. */
    ADD_ADD_ON,
    /** {@link Command.StartAddOn}. */
    START_ADD_ON,
    /** {@link Command.ChangeAddOnEnd}. */
    CHANGE_ADD_ON_END,
    /** {@link Command.RemoveAddOn}. */
    REMOVE_ADD_ON,
    /** {@link Command.ChangeBillingDay}. */
    CHANGE_BILLING_DAY,
    /** {@link Command.AgreeTerm}. */
    AGREE_TERM,
    /** {@link Command.AgreePrice}. */
    AGREE_PRICE,
    /** {@link Command.GrantDiscount}. */
    GRANT_DISCOUNT,
    /** {@link Command.EndDiscount}. */
    END_DISCOUNT,
    /** {@link Command.Schedule}. */
    SCHEDULE,
    /** {@link Command.UndoScheduled}. */
    UNDO_SCHEDULED,
    /** {@link Command.ApplyScheduled}. */
    APPLY_SCHEDULED,
    /** {@link Command.TakeDunningStep}. */
    TAKE_DUNNING_STEP,
    /** {@link Command.CloseDunning}. */
    CLOSE_DUNNING,
    /** {@link Command.ChangeAttributes}. */
    CHANGE_ATTRIBUTES,
    /** {@link Command.Cancel}. */
    CANCEL,
    /** {@link Command.ErasePersonalData}. */
    ERASE_PERSONAL_DATA,
    /** {@link Command.ConfirmProvisioning}. */
    CONFIRM_PROVISIONING,
    /** {@link Command.FailProvisioning}. */
    FAIL_PROVISIONING,
    /** {@link Command.RetryProvisioning}. */
    RETRY_PROVISIONING,
    /** {@link Command.ReportDrift}. */
    REPORT_DRIFT,
    /** {@link Command.WriteOffLines}. */
    WRITE_OFF_LINES
}
