package io.silverdata.contract.adapters.olt.settings;

import java.util.Objects;

/** As whom the gateway speaks to an OLT. */
public sealed interface SnmpAccess {

    /** SNMPv3 with SHA-256 and AES-128, in the default context. */
    static SnmpAccess v3(String user, Secret authPassphrase, Secret privPassphrase) {
        return new V3(user, Auth.SHA_256, authPassphrase, Priv.AES_128, privPassphrase, "");
    }

    /** SNMPv2c: everything, the community too, crosses the network in clear text. Only for OLTs that know nothing better. */
    static SnmpAccess v2c(Secret community) {
        return new V2c(community);
    }

    /** How messages are authenticated (RFC 7860). Nothing weaker is offered. */
    enum Auth {
        /** usmHMAC192SHA256AuthProtocol. */
        SHA_256,
        /** usmHMAC256SHA384AuthProtocol. */
        SHA_384,
        /** usmHMAC384SHA512AuthProtocol. */
        SHA_512
    }

    /** How messages are encrypted (RFC 3826, and its common extension to longer keys). Nothing weaker is offered. */
    enum Priv {
        /** usmAesCfb128Protocol. */
        AES_128,
        /** The same with 192 bits, keys extended as draft-blumenthal-aes-usm-04 says. */
        AES_192,
        /** The same with 256 bits, keys extended as draft-blumenthal-aes-usm-04 says. */
        AES_256
    }

    /**
     * SNMPv3 with authentication and privacy (RFC 3414).
     *
     * @param user the user's name, 1 to 32 characters
     * @param auth how messages are authenticated
     * @param authPassphrase at least 8 characters
     * @param priv how messages are encrypted
     * @param privPassphrase at least 8 characters
     * @param context name of the context; empty for the default one
     */
    record V3(String user, Auth auth, Secret authPassphrase, Priv priv, Secret privPassphrase, String context)
            implements SnmpAccess {
        private static final int MAX_NAME = 32;
        private static final int MIN_PASSPHRASE = 8;

        /**
         * Checks the lengths.
         *
         * @throws IllegalArgumentException naming the field and what is allowed, never a passphrase
         */
        public V3 {
            Objects.requireNonNull(auth, "auth");
            Objects.requireNonNull(priv, "priv");
            if (user.isEmpty() || user.length() > MAX_NAME) {
                throw new IllegalArgumentException("user must be 1 to 32 characters: '" + user + "'");
            }
            if (context.length() > MAX_NAME) {
                throw new IllegalArgumentException("context must be at most 32 characters: '" + context + "'");
            }
            checkPassphrase("authPassphrase", authPassphrase);
            checkPassphrase("privPassphrase", privPassphrase);
        }

        /** The same in a context of the OLT. */
        public V3 inContext(String name) {
            return new V3(user, auth, authPassphrase, priv, privPassphrase, name);
        }

        private static void checkPassphrase(String field, Secret passphrase) {
            if (passphrase.reveal().length() < MIN_PASSPHRASE) {
                throw new IllegalArgumentException(field + " must be at least 8 characters (RFC 3414 section 11.2)");
            }
        }
    }

    /**
     * SNMPv2c (RFC 3416, RFC 1901).
     *
     * @param community which may read and write
     */
    record V2c(Secret community) implements SnmpAccess {
        public V2c {
            Objects.requireNonNull(community, "community");
        }
    }
}
