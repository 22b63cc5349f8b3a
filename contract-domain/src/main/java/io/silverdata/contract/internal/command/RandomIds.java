package io.silverdata.contract.internal.command;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.spi.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Identities that nobody has to coordinate: UUIDs of version 7 (RFC 9562 section 5.7), so that a database index grows at
 * its end; numbers of 12 Crockford base 32 digits, 60 random bits.
 */
public final class RandomIds implements IdGenerator {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int NUMBER_LENGTH = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Identities ordered by this clock's milliseconds. */
    public RandomIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ContractId contractId() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new ContractId(new UUID(high, low));
    }

    @Override
    public ContractNumber contractNumber() {
        StringBuilder number = new StringBuilder("C-");
        for (int i = 0; i < NUMBER_LENGTH; i++) {
            number.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new ContractNumber(number.toString());
    }
}
