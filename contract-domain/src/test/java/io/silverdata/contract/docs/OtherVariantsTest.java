package io.silverdata.contract.docs;

import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.testkit.LineProvisionerTck;
import java.util.List;

/** As docs/adapters.md shows it. */
class OtherVariantsTest extends LineProvisionerTck {
    private final InMemoryLine olt = new InMemoryLine();

    @Override
    protected LineProvisioner lines() {
        return olt;
    }

    @Override
    protected List<LineService> variants(LineService service) {
        return List.of(new LineService(service.contract(), service.line(), new ProfileName("fast"), true));
    }
}
