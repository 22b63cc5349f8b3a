package io.silverdata.contract.adapters.olt.spi;

/**
 * A VLAN (IEEE 802.1Q).
 *
 * @param id 1 to 4094; 0 and 4095 are reserved
 */
public record Vlan(int id) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Vlan {
        if (id < 1 || id > 4_094) {
            throw new IllegalArgumentException("vlan must be 1 to 4094: " + id);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(id);
    }
}
