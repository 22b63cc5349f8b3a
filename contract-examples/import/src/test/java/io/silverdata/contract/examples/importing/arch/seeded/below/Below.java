package io.silverdata.contract.examples.importing.arch.seeded.below;

import io.silverdata.contract.examples.importing.arch.seeded.Above;

/** Depends on a type above. */
public final class Below implements Above.Asked {}
