package io.silverdata.contract.spring.olt;

import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OLTs.
 *
 * @param olts each under its identity
 */
@ConfigurationProperties("contract")
public record OltProperties(@DefaultValue Map<String, Olt> olts) {

    /**
     * An OLT.
     *
     * @param host name or address
     * @param port of SNMP
     * @param driver its identity, such as {@code huawei-smartax}
     * @param community of SNMP version 2c, in the clear; version 3 if empty
     * @param v3 user and passphrases of SNMP version 3
     * @param options of the driver
     * @param allowExperimental operations whose evidence is weak, and which are used all the same
     * @param plans what plans mean on it
     */
    public record Olt(
            String host,
            @DefaultValue("161") int port,
            String driver,
            @DefaultValue Optional<String> community,
            @Nullable User v3,
            @DefaultValue Map<String, String> options,
            @DefaultValue Set<Operation> allowExperimental,
            @DefaultValue List<Plan> plans) {
        @Override
        public String toString() {
            return driver + " at " + host + ":" + port;
        }
    }

    /**
     * A user of SNMP version 3.
     *
     * @param user its name
     * @param auth how messages are authenticated
     * @param authPassphrase 8 characters or more
     * @param priv how messages are encrypted
     * @param privPassphrase 8 characters or more
     * @param context the context; empty for the default
     */
    public record User(
            String user,
            @DefaultValue("SHA_256") SnmpAccess.Auth auth,
            String authPassphrase,
            @DefaultValue("AES_128") SnmpAccess.Priv priv,
            String privPassphrase,
            @DefaultValue("") String context) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * What the plans with one line profile mean on an OLT.
     *
     * @param profile the line profile of the plan
     * @param line the OLT's own line profile, by name or number
     * @param service the OLT's own service profile
     * @param bindings VLANs
     */
    public record Plan(
            String profile,
            String line,
            String service,
            @DefaultValue List<Binding> bindings) {}

    /**
     * A VLAN of a subscriber.
     *
     * @param gemPort the GEM port
     * @param user the VLAN at the ONU; untagged if empty
     * @param outer the VLAN in the network
     */
    public record Binding(int gemPort, @DefaultValue Optional<Integer> user, int outer) {}
}
