package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.model.OltId;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/**
 * Where and as whom an OLT is spoken to. With SNMPv3 its engine is discovered first, and the user's keys are made for that engine;
 * both are kept until {@link #forget}.
 */
final class Endpoint {
    private final SnmpTransport transport;
    private final OltId olt;
    private final UdpAddress address;
    private final SnmpAccess access;
    private volatile SnmpStack stack;
    private @Nullable OctetString engine;

    Endpoint(SnmpTransport transport, OltId olt, UdpAddress address, SnmpAccess access) {
        this.transport = transport;
        this.olt = olt;
        this.address = address;
        this.access = access;
        this.stack = transport.shared();
    }

    /** What to send over: once the engine is known, for another OLT may have the same one. */
    SnmpStack stack() {
        return stack;
    }

    PDU newPdu(int type) {
        if (access instanceof SnmpAccess.V3 v3) {
            ScopedPDU pdu = new ScopedPDU();
            pdu.setContextName(new OctetString(v3.context()));
            pdu.setType(type);
            return pdu;
        }
        PDU pdu = new PDU();
        pdu.setType(type);
        return pdu;
    }

    boolean isSecure() {
        return access instanceof SnmpAccess.V3;
    }

    /** How to send; empty if the OLT's engine cannot be discovered: it does not answer. */
    Optional<Target<UdpAddress>> target(Duration discovery) throws IOException {
        if (access instanceof SnmpAccess.V3 v3) {
            return engine(v3, discovery).map(engineId -> userTarget(v3, engineId));
        }
        SnmpAccess.V2c v2c = (SnmpAccess.V2c) access;
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(v2c.community().reveal()));
        target.setVersion(SnmpConstants.version2c);
        return Optional.of(target);
    }

    /** Discovers the engine anew next time: it may have restarted, lost count of its restarts, or be another OLT. */
    synchronized void forget() {
        if (engine != null) {
            stack.usm().removeEngineTime(engine);
            stack.mpv3().removeEngineID(address);
            engine = null;
        }
    }

    private synchronized Optional<OctetString> engine(SnmpAccess.V3 v3, Duration discovery) throws IOException {
        if (engine == null) {
            byte[] found = discover(discovery);
            if (found.length == 0) {
                return Optional.empty();
            }
            if (isShared() && !transport.claim(new OctetString(found), olt)) {
                stack = transport.ownStack();
                discover(discovery);
            }
            addUser(v3, found);
            engine = new OctetString(found);
        }
        return Optional.of(engine);
    }

    private boolean isShared() {
        return stack.equals(transport.shared());
    }

    private byte[] discover(Duration timeout) {
        byte[] found = stack.snmp().discoverAuthoritativeEngineID(address, Math.max(1, timeout.toMillis()));
        return found == null ? new byte[0] : found;
    }

    private void addUser(SnmpAccess.V3 v3, byte[] engineId) {
        LocalizedKeys keys = transport.keys();
        byte[] authKey = keys.authentication(v3.auth(), v3.authPassphrase(), engineId);
        byte[] privKey = keys.privacy(v3.auth(), v3.priv(), v3.privPassphrase(), engineId);
        stack.usm()
                .addLocalizedUser(
                        engineId,
                        new OctetString(v3.user()),
                        protocol(v3.auth()),
                        authKey,
                        protocol(v3.priv()),
                        privKey);
    }

    private UserTarget<UdpAddress> userTarget(SnmpAccess.V3 v3, OctetString engineId) {
        UserTarget<UdpAddress> target =
                new UserTarget<>(address, new OctetString(v3.user()), engineId.getValue(), SecurityLevel.AUTH_PRIV);
        target.setVersion(SnmpConstants.version3);
        return target;
    }

    private static OID protocol(SnmpAccess.Auth auth) {
        return switch (auth) {
            case SHA_256 -> AuthHMAC192SHA256.ID;
            case SHA_384 -> AuthHMAC256SHA384.ID;
            case SHA_512 -> AuthHMAC384SHA512.ID;
        };
    }

    private static OID protocol(SnmpAccess.Priv priv) {
        return switch (priv) {
            case AES_128 -> PrivAES128.ID;
            case AES_192 -> PrivAES192.ID;
            case AES_256 -> PrivAES256.ID;
        };
    }
}
