package io.silverdata.contract.adapters.radius.arch.seeded.internal.session;

import java.util.concurrent.CompletionStage;

record AwaitsAnswers(CompletionStage<String> answer) {}
