package io.silverdata.contract.adapters.olt.spi;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The name of a managed object, or the part of one that tells the rows of a table apart: up to 128 numbers of 0 to
 * 4,294,967,295 (RFC 2578 section 3.5). Numbers above 2<sup>31</sup> do occur: an interface index of a Huawei OLT is one.
 * Ordered as SNMP walks. Immutable.
 */
public final class Oid implements Comparable<Oid> {
    private static final long MAX_NUMBER = 0xFFFF_FFFFL;
    private static final int MAX_LENGTH = 128;
    private static final Pattern FORM = Pattern.compile("\\.?\\d{1,10}(\\.\\d{1,10})*");

    /** The name without numbers: before every other. */
    public static final Oid EMPTY = new Oid(new int[0]);

    /** Unsigned. */
    private final int[] numbers;

    private Oid(int[] numbers) {
        this.numbers = numbers;
    }

    /**
     * The name with these numbers.
     *
     * @throws IllegalArgumentException if one is out of range, or there are too many
     */
    public static Oid of(long... numbers) {
        return EMPTY.append(numbers);
    }

    /**
     * Reads numbers with dots between, as {@code 1.3.6.1.2.1}; a dot may lead.
     *
     * @throws IllegalArgumentException naming the text and what is allowed
     */
    public static Oid parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("oid must be numbers with dots between, as 1.3.6.1: '" + text + "'");
        }
        String bare = text.startsWith(".") ? text.substring(1) : text;
        return of(
                Arrays.stream(bare.split("\\.", -1)).mapToLong(Long::parseLong).toArray());
    }

    /** How many numbers there are. */
    public int size() {
        return numbers.length;
    }

    /**
     * One of the numbers, unsigned.
     *
     * @param position from 0; negative counts from the end, -1 being the last
     */
    public long get(int position) {
        return Integer.toUnsignedLong(numbers[position < 0 ? numbers.length + position : position]);
    }

    /** This name and more numbers after it. */
    public Oid append(long... more) {
        int[] all = Arrays.copyOf(numbers, checkLength(numbers.length + more.length));
        for (int i = 0; i < more.length; i++) {
            if (more[i] < 0 || more[i] > MAX_NUMBER) {
                throw new IllegalArgumentException("a number of an oid must be 0 to " + MAX_NUMBER + ": " + more[i]);
            }
            all[numbers.length + i] = (int) more[i];
        }
        return new Oid(all);
    }

    /** This name with another after it. */
    public Oid append(Oid more) {
        int[] all = Arrays.copyOf(numbers, checkLength(numbers.length + more.numbers.length));
        System.arraycopy(more.numbers, 0, all, numbers.length, more.numbers.length);
        return new Oid(all);
    }

    /** Whether this name begins with all of another. */
    public boolean startsWith(Oid prefix) {
        int length = prefix.numbers.length;
        return numbers.length >= length && Arrays.equals(numbers, 0, length, prefix.numbers, 0, length);
    }

    /**
     * What follows another name.
     *
     * @throws IllegalArgumentException if this name does not begin with it
     */
    public Oid after(Oid prefix) {
        if (!startsWith(prefix)) {
            throw new IllegalArgumentException(this + " does not begin with " + prefix);
        }
        return new Oid(Arrays.copyOfRange(numbers, prefix.numbers.length, numbers.length));
    }

    /**
     * The first so many numbers of this name.
     *
     * @throws IllegalArgumentException if it does not have that many
     */
    public Oid first(int count) {
        if (count < 0 || count > numbers.length) {
            throw new IllegalArgumentException(this + " has no first " + count + " numbers");
        }
        return new Oid(Arrays.copyOf(numbers, count));
    }

    /** The numbers, unsigned; a copy. */
    public long[] toArray() {
        return Arrays.stream(numbers).mapToLong(Integer::toUnsignedLong).toArray();
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compareUnsigned(numbers, other.numbers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid oid && Arrays.equals(numbers, oid.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    /** The numbers with dots between. */
    @Override
    public String toString() {
        return LongStream.of(toArray()).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    private static int checkLength(int length) {
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("an oid has at most " + MAX_LENGTH + " numbers: " + length);
        }
        return length;
    }
}
