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
     * @param port of SNMP, 1 to 65535
     * @param driver its identity, such as {@code huawei-smartax}
     * @param community of SNMP version 2c, in the clear; version 3 if empty
     * @param v3 user and passphrases of SNMP version 3
     * @param options of the driver
     * @param allowExperimental operations whose evidence is weak, and which are used all the same
     * @param plans what plans mean on it
     */
    public record Olt(
            @Nullable String host,
            @DefaultValue("161") int port,
            @Nullable String driver,
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
     * @param user its name, 1 to 32 characters
     * @param auth how messages are authenticated
     * @param authPassphrase 8 characters or more
     * @param priv how messages are encrypted
     * @param privPassphrase 8 characters or more
     * @param context the context, at most 32 characters; empty for the default
     */
    public record User(
            @Nullable String user,
            @DefaultValue("SHA_256") SnmpAccess.Auth auth,
            @Nullable String authPassphrase,
            @DefaultValue("AES_128") SnmpAccess.Priv priv,
            @Nullable String privPassphrase,
            @DefaultValue("") String context) {
        @Override
        public String toString() {
            return String.valueOf(user);
        }
    }

    /**
     * What the plans with one line profile mean on an OLT.
     *
     * @param profile the line profile of the plan
     * @param line the OLT's own line profile, by name or number
     * @param service the OLT's own service profile
     * @param bindings VLANs, at most 8
     */
    public record Plan(
            @Nullable String profile,
            @Nullable String line,
            @Nullable String service,
            @DefaultValue List<Binding> bindings) {}

    /**
     * A VLAN of a subscriber.
     *
     * @param gemPort the GEM port, 0 to 1023
     * @param user the VLAN at the ONU, 1 to 4094; untagged if empty
     * @param outer the VLAN in the network, 1 to 4094
     * @param inner a second VLAN in the network, 1 to 4094; one only if empty
     * @param downstream the OLT's traffic profile towards the subscriber, where it has one
     * @param upstream the OLT's traffic profile from the subscriber, where it has one
     */
    public record Binding(
            @Nullable Integer gemPort,
            @DefaultValue Optional<Integer> user,
            @Nullable Integer outer,
            @DefaultValue Optional<Integer> inner,
            @DefaultValue Optional<String> downstream,
            @DefaultValue Optional<String> upstream) {}
}
