package io.silverdata.contract.adapters.radius.arch.seeded;

import io.silverdata.contract.internal.command.RandomIds;

record UsesInternals(RandomIds ids) {}
