package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import io.silverdata.contract.adapters.radius.arch.seeded.Clean;

record KnowsTheRoot(Clean root) {}
