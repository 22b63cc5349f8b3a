package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.Snmp;
import org.snmp4j.agent.DefaultMOServer;
import org.snmp4j.agent.DuplicateRegistrationException;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

/**
 * A simulated OLT: an SNMP agent on a free UDP port of 127.0.0.1 in front of a {@link SimulatedDevice}. A gateway, or any other
 * manager such as net-snmp's tools, reaches it as it would reach a real one:
 *
 * <pre>{@code
 * try (SimulatedOlt olt = SimulatedOlt.start(new SimulatedAcme(id));
 *         OltGateway gateway = OltGateway.builder()
 *                 .driver(new AcmeDriverProvider())
 *                 .olt(olt.reach(OltSettings.builder(id)).driver("acme-gpon").build())
 *                 .build()) {
 *     // ...
 * }
 * }</pre>
 *
 * <p>It answers SNMPv3 with authentication and privacy (RFC 3414, users {@link #USER}, {@link #STRONG_USER}, {@link #READER}) and SNMPv2c
 * (communities {@link #COMMUNITY}, {@link #READ_COMMUNITY}), GET, GETNEXT, GETBULK and SET, in the default context only. A set is carried
 * out wholly or not at all. Faults can be injected, and what arrived is told afterwards.
 *
 * <p>Its limits: no SNMPv1, no traps, no views beyond "may not write"; responses of up to 60,000 octets, so that tooBig never occurs; and
 * no delay of its own, where real OLTs take seconds to read optics.
 *
 * <p>Safe for use by several threads. Has one thread, which {@link #close} ends.
 */
public final class SimulatedOlt implements AutoCloseable {
    /** Passphrase for authentication, of every user. */
    public static final Secret AUTH = Secret.of("authpass123");

    /** Passphrase for privacy, of every user. */
    public static final Secret PRIV = Secret.of("privpass123");

    /** The user that may read and write, with SHA-256 and AES-128. */
    public static final String USER = "oltuser";

    /** Another user that may read and write, with SHA-512 and AES-256. */
    public static final String STRONG_USER = "oltstrong";

    /** The user that may only read, with SHA-256 and AES-128. */
    public static final String READER = "oltreader";

    /** The community that may read and write. */
    public static final String COMMUNITY = "secret-rw";

    /** The community that may only read. */
    public static final String READ_COMMUNITY = "secret-ro";

    private final SecurityProtocols protocols =
            new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);

    static {
        // as real agents do, and SNMP4J's own would not: a report on wrong keys cannot be signed with them
        SNMP4JSettings.setReportSecurityLevelStrategy(SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
    }

    private final SimulatedDevice device;
    private final FaultInjectingProcessor processor;
    private final Snmp snmp;
    private final USM usm;
    private final OctetString engineId;
    private final int port;
    private final List<IllegalStateException> defects = new CopyOnWriteArrayList<>();
    private int boots = 1;

    private SimulatedOlt(SimulatedDevice device) throws IOException {
        this.device = device;
        DefaultUdpTransportMapping transport = new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0"));
        port = transport.getListenAddress().getPort();
        engineId = new OctetString(
                MPv3.createLocalEngineID(new OctetString(port + "-" + Long.toString(System.nanoTime(), 36))));
        usm = usm();
        processor = new FaultInjectingProcessor(engineId, device);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(mpv3());
        snmp = new Snmp(dispatcher, transport);
        dispatcher.addCommandResponder(processor);
        ReadOnlyUsers access = new ReadOnlyUsers(engineId, READER, READ_COMMUNITY);
        processor.setVacm(access);
        processor.setCoexistenceProvider(access);
        processor.addMOServer(objects(device, defects::add));
        device.start();
        snmp.listen();
    }

    /** Starts an agent in front of a device, on a free port. */
    public static SimulatedOlt start(SimulatedDevice device) {
        try {
            return new SimulatedOlt(device);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The device behind the agent: where ONUs are connected, and what is registered is told. */
    public SimulatedDevice device() {
        return device;
    }

    /** Its UDP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Access by SNMPv3 as {@link #USER}, which every simulated OLT grants. */
    public static SnmpAccess access() {
        return SnmpAccess.v3(USER, AUTH, PRIV);
    }

    /** Fills address and {@link #access} into settings; driver and plans remain to be filled in. */
    public OltSettings.Builder reach(OltSettings.Builder settings) {
        return settings.address("127.0.0.1", port).access(access());
    }

    /**
     * Lets one of the sets to come go wrong, once.
     *
     * @param nth which, from 1 for the next
     */
    public void faultOnSet(int nth, InjectedFault fault) {
        processor.faultOnSet(nth, fault);
    }

    /**
     * Lets the OLT fall silent at one of the sets to come: it carries that set out, and answers neither it nor anything after it, until {@link
     * #silent} says otherwise.
     *
     * @param nth which, from 1 for the next
     */
    public void silentFromSet(int nth) {
        processor.silentFromSet(nth);
    }

    /** Cancels the faults and lost reads that have not happened yet. */
    public void clearFaults() {
        processor.clearFaults();
    }

    /** Loses so many of the next reads on the way. */
    public void loseReads(int count) {
        processor.loseReads(count);
    }

    /** Whether every request is lost on the way, from now on. */
    public void silent(boolean silent) {
        processor.silent(silent);
    }

    /** Every set that arrived, in their order, the refused ones too; not those that were lost on the way. */
    public List<List<VarBind>> sets() {
        return processor.sets();
    }

    /** How many sets arrived while the one before was unanswered: a gateway with one writer sends none. */
    public int overlappingSets() {
        return processor.overlappingSets();
    }

    /** How many requests arrived, lost ones included. */
    public int requests() {
        return processor.requests();
    }

    /** Begins to record every request that arrives, reads too. */
    public void record() {
        processor.record();
    }

    /** Ends the recording, and gives the requests since {@link #record} in their order. */
    public List<RecordedRequest> recorded() {
        return processor.recorded();
    }

    /** Restarts agent and device, as after a loss of power: configuration that was not saved is lost. */
    public void restart() {
        boots++;
        device.restart();
        usm.setLocalEngine(engineId, boots, 0);
    }

    /** The same, with an agent that does not count its restarts, as some OLTs do against RFC 3414 section 2.2.2. */
    public void restartForgetfully() {
        device.restart();
        boots = 0;
        usm.setLocalEngine(engineId, boots, 0);
    }

    /** The sets that arrived or were lost on the way, in their order, each with what became of it. */
    List<ArrivedSet> arrivedSets() {
        return processor.arrivedSets();
    }

    /** What the device threw that is no refusal: the answer was genErr, and the device is wrong. */
    List<IllegalStateException> defects() {
        return List.copyOf(defects);
    }

    /** The latest requests with their answers, for the report of a test that fails. */
    List<String> trace() {
        return processor.trace();
    }

    void clearTrace() {
        processor.clearTrace();
    }

    /**
     * Stops the agent.
     *
     * @throws IllegalStateException if the device threw what is no refusal while it carried out a set, with that as the cause: a test
     *     of anything at such a device proves nothing
     */
    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!defects.isEmpty()) {
            throw defects.get(0);
        }
    }

    private USM usm() {
        USM model = new USM(protocols, engineId, boots);
        addUser(model, USER, AuthHMAC192SHA256.ID, "SHA-256", PrivAES128.ID, 16);
        addUser(model, READER, AuthHMAC192SHA256.ID, "SHA-256", PrivAES128.ID, 16);
        addUser(model, STRONG_USER, AuthHMAC384SHA512.ID, "SHA-512", PrivAES256.ID, 32);
        return model;
    }

    private MPv3 mpv3() {
        SecurityModels models = new SecurityModels();
        models.addSecurityModel(usm);
        return new MPv3(engineId.getValue(), new DefaultPDUFactory(), protocols, models, new CounterSupport());
    }

    private void addUser(USM model, String name, OID auth, String digest, OID priv, int privLength) {
        byte[] engine = engineId.getValue();
        int authLength = digest.equals("SHA-256") ? 32 : 64;
        model.addLocalizedUser(
                engine,
                new OctetString(name),
                auth,
                LocalizedKey.of(digest, AUTH, engine, authLength),
                priv,
                LocalizedKey.of(digest, PRIV, engine, privLength));
    }

    private static DefaultMOServer objects(SimulatedDevice device, Consumer<IllegalStateException> defects) {
        DefaultMOServer server = new DefaultMOServer();
        try {
            server.register(new DeviceObjects(device, defects), new OctetString());
        } catch (DuplicateRegistrationException e) {
            throw new IllegalStateException(e);
        }
        return server;
    }
}
