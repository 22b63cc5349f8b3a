package io.silverdata.contract.adapters.olt.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Completes the failure of a test of the kit with what a driver's author needs to know: the law, the requests that reached the device
 * with its answers, and the ONUs that are registered on it.
 */
final class FailureReport implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw completed(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw completed(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw completed(context, failure);
    }

    private static Throwable completed(ExtensionContext context, Throwable failure) {
        Optional<KitSetup> kit = context.getTestInstances()
                .flatMap(instances -> instances.findInstance(OltDriverTck.class))
                .flatMap(OltDriverTck::kit);
        return failure instanceof TestAbortedException || kit.isEmpty()
                ? failure
                : new AssertionError(report(context, kit.get(), failure), failure);
    }

    private static String report(ExtensionContext context, KitSetup kit, Throwable failure) {
        String law = context.getTestMethod()
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(Law.class)))
                .map(Law::value)
                .orElse("");
        return "driver " + kit.driverId() + " breaks a law of the kit: " + sentence(context)
                + "\n\nThe law: " + law
                + "\n\nWhat the test saw: " + failure
                + "\n\nRequests at the device, the latest last:"
                + list(kit.olt().trace())
                + "\n\nONUs registered on the device:"
                + list(kit.olt().device().configured().stream()
                        .map(Object::toString)
                        .toList())
                + "\n"
                + kit.olt().defects().stream().map(FailureReport::trace).collect(Collectors.joining());
    }

    /** A device that throws is wrong, and whatever its driver is told then. */
    private static String trace(IllegalStateException defect) {
        StringWriter text = new StringWriter();
        defect.printStackTrace(new PrintWriter(text));
        return "\nThe driver may be innocent: " + text;
    }

    /** As "Removal leaves nothing on the device". */
    private static String sentence(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + " "
                + context.getRequiredTestMethod().getName().replace('_', ' ');
    }

    private static String list(List<String> lines) {
        return lines.isEmpty() ? " none" : lines.stream().collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
