package io.silverdata.contract.adapters.radius.arch.seeded;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

final class DrawsByChance {
    private DrawsByChance() {}

    static List<Object> drawn() {
        return List.of(new Random(), UUID.randomUUID(), ThreadLocalRandom.current());
    }
}
