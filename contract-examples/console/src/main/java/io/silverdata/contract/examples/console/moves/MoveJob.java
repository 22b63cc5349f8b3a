package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.examples.console.background.BackgroundRun;

/** A run of a move in the background. */
record MoveJob(BackgroundRun run, MoveFindings findings) {}
