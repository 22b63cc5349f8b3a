package io.silverdata.contract.arch.seeded.model;

import io.vavr.collection.List;

/** Shows another type of Vavr than Either, as a type argument. */
public final class ModelWithVavrList {
    private ModelWithVavrList() {}

    /** A collection in a collection. */
    public static java.util.List<List<String>> names() {
        return java.util.List.of();
    }
}
