package io.silverdata.contract.adapters.radius.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Datagrams that are like an answer and are none. Each refuses, so that a test sees when one is believed. */
final class NasForgeries {
    private static final int SESSION_NOT_FOUND = 503;

    private NasForgeries() {}

    static List<byte[]> of(NasRequest request, String secret, Random random) {
        List<byte[]> forged = new ArrayList<>();
        byte[] right = nak(request, secret).packet();
        forged.add(new byte[0]);
        forged.add(new byte[] {42});
        forged.add(Arrays.copyOf(right, 19));
        forged.add(Arrays.copyOf(right, right.length - 1));
        forged.add(noise(random, 1 + random.nextInt(200)));
        forged.add(headed(request, noise(random, 4_096)));
        forged.add(headed(request, noise(random, 4_097)));
        forged.add(headed(request, noise(random, 9_000)));
        forged.add(withLength(right, 0));
        forged.add(withLength(right, 19));
        forged.add(withLength(right, right.length + 1));
        forged.add(withLength(right, 0xFFFF));
        forged.add(request.packet());
        forged.add(nak(request, secret).identifier(request.identifier() + 1).packet());
        // codes of other answers, and the one of the other kind of request
        for (int code : new int[] {0, 2, 3, 5, 40, 43, request.code() == 40 ? 45 : 42, 255}) {
            forged.add(nak(request, secret).code(code).packet());
        }
        forged.add(nak(request, secret).packetSignedWith("not the right secret"));
        forged.add(flipped(right, 4 + random.nextInt(16)));
        forged.add(flipped(right, 20 + random.nextInt(right.length - 20)));
        forged.add(nak(request, secret).attribute(80, new byte[16]).packet());
        forged.add(nak(request, secret)
                .messageAuthenticator()
                .messageAuthenticator()
                .packet());
        forged.add(nak(request, secret).attribute(80, new byte[15]).packet());
        forged.add(nak(request, secret).eventTimestamp(Instant.EPOCH).packet());
        forged.add(nak(request, secret).octets(new byte[] {18, 0}).packet());
        forged.add(nak(request, secret).octets(new byte[] {18, 1}).packet());
        forged.add(nak(request, secret).octets(new byte[] {18, 1, 2}).packet());
        forged.add(nak(request, secret).octets(new byte[] {18}).packet());
        forged.add(nak(request, secret).octets(new byte[] {18, 9, 65}).packet());
        // forged by somebody who guesses the identifier: one that would keep a careless reader busy for ever
        forged.add(nak(request, secret)
                .attribute(26, new byte[] {0, 0, 0, 9, 1, 0})
                .packetSignedWith("a guess"));
        return forged;
    }

    private static NasAnswer nak(NasRequest request, String secret) {
        return NasAnswer.nak(request, secret, SESSION_NOT_FOUND);
    }

    private static byte[] noise(Random random, int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] headed(NasRequest request, byte[] octets) {
        octets[0] = (byte) (request.code() + 1);
        octets[1] = (byte) request.identifier();
        return withLength(octets, octets.length);
    }

    private static byte[] withLength(byte[] packet, int length) {
        byte[] changed = packet.clone();
        changed[2] = (byte) (length >> 8);
        changed[3] = (byte) length;
        return changed;
    }

    private static byte[] flipped(byte[] packet, int at) {
        byte[] changed = packet.clone();
        changed[at] ^= 1;
        return changed;
    }
}
