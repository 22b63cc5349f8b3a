package io.silverdata.contract.adapters.olt.internal.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess.Auth;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess.Priv;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthSHA2;
import org.snmp4j.smi.OctetString;

class LocalizedKeysProperties {
    private final LocalizedKeys keys = new LocalizedKeys();

    @Property(tries = 8)
    void keys_are_those_that_the_library_makes(
            @ForAll Auth auth,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 70) String passphrase,
            @ForAll @Size(min = 5, max = 32) byte[] engineId) {
        byte[] expected = library(auth).passwordToKey(new OctetString(passphrase), engineId);

        for (int turn = 0; turn < 2; turn++) {
            assertThat(keys.authentication(auth, Secret.of(passphrase), engineId))
                    .isEqualTo(expected);
        }
        assertThat(keys.privacy(auth, Priv.AES_128, Secret.of(passphrase), engineId))
                .isEqualTo(Arrays.copyOf(expected, 16));
        assertThat(keys.privacy(auth, Priv.AES_256, Secret.of(passphrase), engineId))
                .isEqualTo(Arrays.copyOf(expected, 32));
    }

    private static AuthSHA2 library(Auth auth) {
        return switch (auth) {
            case SHA_256 -> new AuthHMAC192SHA256();
            case SHA_384 -> new AuthHMAC256SHA384();
            case SHA_512 -> new AuthHMAC384SHA512();
        };
    }
}
