package io.silverdata.contract.adapters.radius.internal.credential;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The message digest of RFC 1320, which NT-Password needs and the platform no longer offers. Not for anything that must
 * resist an attacker: an NT hash is as good as the password.
 */
final class Md4 {
    private static final int BLOCK = 64;
    private static final int LENGTH_FIELD = 8;
    // RFC 1320 3.4: for each round, the order in which the words are taken, the four shifts and the constant
    private static final int[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };
    private static final int[][] SHIFT = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] CONSTANT = {0, 0x5a827999, 0x6ed9eba1};

    private Md4() {}

    /** The 16 octets for a message of any length. */
    static byte[] digest(byte[] message) {
        int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        ByteBuffer padded = padded(message);
        int[] words = new int[BLOCK / Integer.BYTES];
        while (padded.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = padded.getInt();
            }
            absorb(state, words);
        }
        ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : state) {
            digest.putInt(part);
        }
        return digest.array();
    }

    /** RFC 1320 3.1 and 3.2: a one bit, zeros, and the length in bits. */
    private static ByteBuffer padded(byte[] message) {
        int blocks = (message.length + 1 + LENGTH_FIELD + BLOCK - 1) / BLOCK;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        padded.put(message).put((byte) 0x80);
        padded.putLong(padded.capacity() - LENGTH_FIELD, message.length * 8L);
        return padded.rewind();
    }

    private static void absorb(int[] state, int[] words) {
        int[] work = state.clone();
        for (int round = 0; round < ORDER.length; round++) {
            for (int step = 0; step < words.length; step++) {
                // the four registers take turns: a, d, c, b
                int target = (4 - step % 4) % 4;
                int b = work[(target + 1) % 4];
                int c = work[(target + 2) % 4];
                int d = work[(target + 3) % 4];
                int sum = work[target] + mix(round, b, c, d) + words[ORDER[round][step]] + CONSTANT[round];
                work[target] = Integer.rotateLeft(sum, SHIFT[round][step % 4]);
            }
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += work[i];
        }
    }

    private static int mix(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> (x & y) | (~x & z);
            case 1 -> (x & y) | (x & z) | (y & z);
            default -> x ^ y ^ z;
        };
    }
}
