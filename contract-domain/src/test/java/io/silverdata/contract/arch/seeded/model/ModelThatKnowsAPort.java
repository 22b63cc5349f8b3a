package io.silverdata.contract.arch.seeded.model;

import io.silverdata.contract.arch.seeded.spi.DeviceOutcome;

record ModelThatKnowsAPort(DeviceOutcome outcome) {}
