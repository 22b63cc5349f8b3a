package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.ALICE;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Datagrams by chance: of noise, changed from a right answer, and signed by somebody who knows the secret and writes
 * nonsense. 200,000 each in an ordinary build; the profile {@code storm} makes it 4,000,000 each.
 */
class ResponseReaderFuzzTest {
    private static final int DATAGRAMS = Integer.getInteger("radius.fuzz", 200_000);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final int HEADER = 20;

    private final SplittableRandom random = new SplittableRandom(42);
    private final Signer signer = new Signer(SharedSecret.of(SECRET));
    private final byte[] request = signer.sign(Exchange.DISCONNECT_REQUEST, 7, RequestBody.of(ALICE), NOW);
    private final byte[] authenticator = Arrays.copyOfRange(request, 4, HEADER);
    private final byte[] buffer = new byte[ResponseReader.MAX_OCTETS + 1];
    private final byte[] digest = new byte[Signer.AUTHENTICATOR];
    private int size;

    /** How a datagram comes about. */
    enum Origin {
        NOISE,
        CHANGED,
        SIGNED_NONSENSE
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void no_datagram_does_harm(Origin origin) {
        ResponseReader reader =
                new ResponseReader(signer, MessageAuthenticatorPolicy.CHECKED_WHEN_PRESENT, Duration.ofMinutes(5));

        for (int i = 0; i < DATAGRAMS; i++) {
            boolean right = make(origin);
            boolean believed = ResponseReader.isWellFormed(buffer, size)
                    && reader.check(buffer, Exchange.DISCONNECT_REQUEST, authenticator, NOW) == null;
            if (believed != right) {
                fail((right ? "not believed: " : "believed: ") + HexFormat.of().formatHex(buffer, 0, size));
            }
            if (believed) {
                reader.errorCause();
                reader.replyMessage();
            }
        }
    }

    @Test
    void a_datagram_that_is_ignored_costs_no_memory() {
        ResponseReader reader = new ResponseReader(signer, MessageAuthenticatorPolicy.REQUIRED, Duration.ofMinutes(5));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        signedNonsense();
        for (int i = 0; i < 20_000; i++) {
            read(reader);
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            read(reader);
        }
        long octets = threads.getCurrentThreadAllocatedBytes() - before;

        // what the JDK's MD5 may take for itself; a copy of the packet alone would be 100 octets each
        assertThat(octets / 10_000).as("octets for each datagram").isLessThan(64);
    }

    private void read(ResponseReader reader) {
        if (ResponseReader.isWellFormed(buffer, size)) {
            reader.check(buffer, Exchange.DISCONNECT_REQUEST, authenticator, NOW);
        }
    }

    /** Returns whether the datagram is a right answer. */
    private boolean make(Origin origin) {
        return switch (origin) {
            case NOISE -> noise();
            case CHANGED -> changed();
            case SIGNED_NONSENSE -> signedNonsense();
        };
    }

    private boolean noise() {
        size = random.nextInt(random.nextInt(10) == 0 ? buffer.length + 1 : 120);
        random.nextBytes(buffer);
        if (random.nextBoolean()) {
            header(41 + random.nextInt(2));
        }
        return false;
    }

    /** A right answer with one thing wrong. */
    private boolean changed() {
        attributes(random.nextInt(4));
        header(41 + random.nextInt(2));
        sign();
        if (random.nextInt(4) == 0) {
            // no padding: one octet is missing
            size--;
        } else {
            buffer[random.nextInt(size)] ^= (byte) (1 << random.nextInt(8));
        }
        return false;
    }

    /** A right authenticator over attributes, of which one in four is a right answer. */
    private boolean signedNonsense() {
        attributes(random.nextInt(12));
        boolean broken = random.nextInt(4) != 0;
        if (broken) {
            // the walk must come to an end that is not the packet's
            buffer[size++] = (byte) random.nextInt(256);
            if (random.nextBoolean()) {
                buffer[size++] = (byte) random.nextInt(2);
            }
        }
        header(41 + random.nextInt(2));
        sign();
        return !broken;
    }

    /** Attributes of right lengths, none of those that are checked. */
    private void attributes(int count) {
        size = HEADER;
        for (int i = 0; i < count; i++) {
            int length = random.nextInt(2, 256);
            int type = random.nextInt(256);
            buffer[size] = (byte) (type == 80 || type == 55 ? 26 : type);
            buffer[size + 1] = (byte) length;
            for (int at = size + 2; at < size + length; at++) {
                buffer[at] = (byte) random.nextInt(256);
            }
            size += length;
        }
    }

    private void header(int code) {
        buffer[0] = (byte) code;
        buffer[1] = 7;
        buffer[2] = (byte) (size >> 8);
        buffer[3] = (byte) size;
    }

    private void sign() {
        MessageDigest md5 = signer.md5();
        md5.update(buffer, 0, 4);
        md5.update(authenticator);
        md5.update(buffer, HEADER, size - HEADER);
        signer.finish(md5, digest);
        System.arraycopy(digest, 0, buffer, 4, digest.length);
    }
}
