package io.silverdata.contract.adapters.radius.arch.seeded.profile;

import io.silverdata.contract.adapters.radius.arch.seeded.attribute.KnowsProfiles;

/** As it should, but for the cycle. */
public record KnowsAttributes(KnowsProfiles attribute) {}
