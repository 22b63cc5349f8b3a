package io.silverdata.contract.adapters.radius.arch.seeded;

import io.silverdata.contract.adapters.radius.arch.seeded.internal.access.KnowsTheEntry;
import java.util.List;

/** Names a type that is not exported. */
public record NamesARoom(List<KnowsTheEntry> rooms) {}
