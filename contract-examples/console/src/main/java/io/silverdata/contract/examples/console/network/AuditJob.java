package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.examples.console.background.BackgroundRun;

/** An audit in the background. */
record AuditJob(BackgroundRun run, AuditPlan plan, AuditFindings findings) {}
