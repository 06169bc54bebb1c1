package io.github.cxoneauthstub.samples.benchmarks.client;

import java.util.Arrays;

/** Numbers in the order in which they came. For one thread. */
final class LongList {
    private long[] numbers = new long[4096];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    long[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
