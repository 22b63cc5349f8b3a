package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.examples.console.background.BackgroundRun;

/** A run over debts in the background. */
record DebtJob(BackgroundRun run, DebtPlan plan, DebtFindings findings) {}
