package io.silverdata.contract.examples.console.install;

import java.util.List;
import java.util.Optional;

/**
 * ONUs that an OLT sees and nobody registered.
 *
 * @param olts to choose from
 * @param olt the one that was asked; empty if none was
 * @param problem why it did not answer, if so
 * @param onus what it sees
 */
public record InstallView(List<String> olts, Optional<String> olt, Optional<String> problem, List<OnuLine> onus) {

    /**
     * An ONU.
     *
     * @param model what it says it is
     * @param holder the contract that has it already, and waits for the OLT to register it
     */
    public record OnuLine(String ponPort, String serial, String model, Optional<Holder> holder) {}

    /** A contract. */
    public record Holder(String id, String number) {}
}
