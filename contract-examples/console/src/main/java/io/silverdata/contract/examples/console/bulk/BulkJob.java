package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.examples.console.background.BackgroundRun;

/** A bulk command in the background. */
record BulkJob(BackgroundRun run, BulkPlan plan, BulkFindings findings) {}
