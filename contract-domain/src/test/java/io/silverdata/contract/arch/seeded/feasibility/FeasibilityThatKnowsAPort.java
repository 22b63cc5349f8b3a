package io.silverdata.contract.arch.seeded.feasibility;

import io.silverdata.contract.arch.seeded.spi.DeviceOutcome;

record FeasibilityThatKnowsAPort(DeviceOutcome outcome) {}
