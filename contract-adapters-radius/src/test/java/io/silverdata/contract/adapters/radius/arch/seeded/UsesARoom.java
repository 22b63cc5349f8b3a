package io.silverdata.contract.adapters.radius.arch.seeded;

import io.silverdata.contract.adapters.radius.arch.seeded.internal.access.KnowsTheEntry;

record UsesARoom(KnowsTheEntry room) {}
