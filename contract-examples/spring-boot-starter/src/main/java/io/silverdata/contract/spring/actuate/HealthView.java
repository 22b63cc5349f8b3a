package io.silverdata.contract.spring.actuate;

import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.worker.Health;
import java.util.LinkedHashMap;
import java.util.Map;

/** Health in plain values, for an endpoint. */
final class HealthView {
    private HealthView() {}

    static Map<String, Object> of(Health health) {
        Map<String, Object> queue = new LinkedHashMap<>();
        queue.put("due", health.queue().due());
        queue.put("waiting", health.queue().waiting());
        queue.put("leased", health.queue().leased());
        queue.put("parked", health.queue().parked());
        queue.put("ended", health.queue().ended());
        queue.put("held", health.queue().held());
        Map<String, Object> devices = new LinkedHashMap<>();
        for (DeviceState device : health.devices()) {
            devices.put(device.device(), device.condition().name());
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("queue", queue);
        view.put("lagSeconds", health.lag().toSeconds());
        view.put("faults", health.faults().size());
        view.put("devices", devices);
        return view;
    }
}
