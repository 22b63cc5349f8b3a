package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.spi.DeviceOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A device that does not answer, for as long as it takes to see who waits for it. */
sealed interface LastingTrouble {

    /** What is wrong, as a sentence. */
    String words();

    /** What is answered to a call in place of doing as told. */
    Optional<DeviceOutcome> answer(Trouble.Call call);

    /** Fails if a contract waits for the device without need. */
    void requireDelivered(Laws laws, Contract contract);

    /** Whether it is a device that does not answer. */
    boolean isSilence();

    /** All that there are, nothing first. */
    static List<LastingTrouble> all(List<Contract> contracts) {
        List<LastingTrouble> all = new ArrayList<>();
        all.add(new Nothing());
        all.add(new SilentRadius());
        Town.olts().forEach(olt -> all.add(new SilentOlt(olt)));
        contracts.stream()
                .flatMap(contract -> contract.line().stream())
                .forEach(line -> all.add(new UnclearOnu(line.onu().toString())));
        return all;
    }

    /** Everything answers. */
    record Nothing() implements LastingTrouble {
        @Override
        public String words() {
            return "every device answers";
        }

        @Override
        public boolean isSilence() {
            return false;
        }

        @Override
        public Optional<DeviceOutcome> answer(Trouble.Call call) {
            return Optional.empty();
        }

        @Override
        public void requireDelivered(Laws laws, Contract contract) {
            laws.asWanted(contract);
        }
    }

    /** RADIUS does not answer. */
    record SilentRadius() implements LastingTrouble {
        @Override
        public String words() {
            return "RADIUS does not answer";
        }

        @Override
        public boolean isSilence() {
            return true;
        }

        @Override
        public Optional<DeviceOutcome> answer(Trouble.Call call) {
            return call.device().equals(ProcessRadius.DEVICE)
                    ? Optional.of(new DeviceOutcome.NoAnswer("silent"))
                    : Optional.empty();
        }

        @Override
        public void requireDelivered(Laws laws, Contract contract) {
            laws.lineAsWanted(contract);
        }
    }

    /**
     * An OLT does not answer.
     *
     * @param olt which
     */
    record SilentOlt(OltId olt) implements LastingTrouble {
        @Override
        public String words() {
            return olt + " does not answer";
        }

        @Override
        public boolean isSilence() {
            return true;
        }

        @Override
        public Optional<DeviceOutcome> answer(Trouble.Call call) {
            return call.device().equals(olt.value())
                    ? Optional.of(new DeviceOutcome.NoAnswer("silent"))
                    : Optional.empty();
        }

        @Override
        public void requireDelivered(Laws laws, Contract contract) {
            boolean concerned = Stream.concat(
                            DesiredNetwork.of(contract).line().service().map(LineService::line).stream(),
                            contract.retiredLines().stream())
                    .anyMatch(line -> line.ports().ponPort().olt().equals(olt));
            if (!concerned) {
                laws.asWanted(contract);
            } else if (!isBuiltForTheFirstTime(contract)) {
                laws.accessAsWanted(contract);
            }
        }

        private static boolean isBuiltForTheFirstTime(Contract contract) {
            return contract.provisioning().of(NetworkTarget.LINE).confirmedVersion() == 0;
        }
    }

    /**
     * An OLT answers about one ONU what the adapter does not understand.
     *
     * @param onu which
     */
    record UnclearOnu(String onu) implements LastingTrouble {
        @Override
        public String words() {
            return "answers about " + onu + " are unclear";
        }

        @Override
        public boolean isSilence() {
            return false;
        }

        @Override
        public Optional<DeviceOutcome> answer(Trouble.Call call) {
            return call.subject().equals(onu) ? Optional.of(new DeviceOutcome.Unknown("unclear")) : Optional.empty();
        }

        @Override
        public void requireDelivered(Laws laws, Contract contract) {
            boolean concerned = Stream.concat(contract.line().stream(), contract.retiredLines().stream())
                    .anyMatch(line -> line.onu().toString().equals(onu));
            if (!concerned) {
                laws.asWanted(contract);
            }
        }
    }
}
