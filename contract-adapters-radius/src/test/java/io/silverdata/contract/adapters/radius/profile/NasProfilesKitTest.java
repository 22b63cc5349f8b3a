package io.silverdata.contract.adapters.radius.profile;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.testkit.NasProfileTck;
import org.junit.jupiter.api.Nested;

/** Every profile of this library passes the kit. */
class NasProfilesKitTest {
    @Nested
    class Mikrotik extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.mikrotik();
        }
    }

    @Nested
    class MikrotikWithCaptivity extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.withCaptivity(
                    NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
        }
    }

    @Nested
    class CiscoIsg extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.ciscoIsg("up-{up}", "down-{down}");
        }
    }

    @Nested
    class Juniper extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.juniper("up-{up}", "down-{down}");
        }
    }

    @Nested
    class JuniperService extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.juniperService("internet({down},{up})");
        }
    }

    @Nested
    class Huawei extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.huawei();
        }
    }

    @Nested
    class HuaweiProfile extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.huaweiProfile("fiber-{down}-{up}");
        }
    }

    @Nested
    class NokiaSr extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.nokiaSr("sla-{down}");
        }
    }

    @Nested
    class NokiaSrOverride extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.nokiaSrOverride();
        }
    }

    @Nested
    class AccelPpp extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.accelPpp();
        }
    }

    @Nested
    class Wispr extends NasProfileTck {
        @Override
        protected NasProfile profile() {
            return NasProfiles.wispr();
        }
    }
}
