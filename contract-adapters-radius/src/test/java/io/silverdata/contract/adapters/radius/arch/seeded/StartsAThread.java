package io.silverdata.contract.adapters.radius.arch.seeded;

final class StartsAThread {
    private StartsAThread() {}

    static void begin(Runnable work) {
        new Thread(work).start();
    }
}
