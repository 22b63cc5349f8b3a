package io.silverdata.contract.adapters.radius.arch.seeded.unmarked;

record Unmarked() {}
