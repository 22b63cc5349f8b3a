package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.examples.console.background.BackgroundRun;
import io.silverdata.contract.examples.console.bulk.BulkFindings;
import io.silverdata.contract.model.OltId;

/** The write-off of an OLT in the background. */
record WriteOffJob(BackgroundRun run, OltId olt, String reason, BulkFindings findings) {}
