package io.silverdata.contract.adapters.radius.arch.seeded.attribute;

import io.silverdata.contract.adapters.radius.arch.seeded.profile.KnowsAttributes;

/** Looks up where it must not. */
public record KnowsProfiles(KnowsAttributes profile) {}
