package io.silverdata.contract.testkit;

import io.silverdata.contract.spi.CommandLog;
import io.silverdata.contract.spi.Storage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** A storage in which something happens right after an idempotency key was looked up for the first time. */
final class InterruptedLookUp {
    private InterruptedLookUp() {}

    static Storage of(Storage storage, Runnable interruption) {
        AtomicBoolean isOver = new AtomicBoolean();
        CommandLog log = proxy(CommandLog.class, (proxy, method, arguments) -> {
            Object answer = method.invoke(storage.commands(), arguments);
            if (method.getName().equals("find") && !isOver.getAndSet(true)) {
                interruption.run();
            }
            return answer;
        });
        return proxy(
                Storage.class,
                (proxy, method, arguments) ->
                        method.getName().equals("commands") ? log : method.invoke(storage, arguments));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            try {
                return handler.invoke(self, method, given);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }
}
