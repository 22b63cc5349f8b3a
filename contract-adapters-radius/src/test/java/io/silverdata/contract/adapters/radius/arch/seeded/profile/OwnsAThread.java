package io.silverdata.contract.adapters.radius.arch.seeded.profile;

import java.util.concurrent.ExecutorService;

record OwnsAThread(Thread thread, ExecutorService executor) {}
