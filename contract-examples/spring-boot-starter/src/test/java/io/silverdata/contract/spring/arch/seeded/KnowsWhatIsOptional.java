package io.silverdata.contract.spring.arch.seeded;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.radius.RadiusGateway;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.web.context.request.NativeWebRequest;
import tools.jackson.databind.JacksonModule;

@Endpoint(id = "seeded")
final class KnowsWhatIsOptional {
    void know(
            MeterRegistry meters,
            OltGateway olts,
            RadiusGateway radius,
            NativeWebRequest request,
            JacksonModule json) {}
}
