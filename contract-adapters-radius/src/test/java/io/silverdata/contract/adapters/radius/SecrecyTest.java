package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.OnlineSubscribers;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.testkit.ContractFixtures;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens, no password and no secret is in a log line, an outcome or a text. */
class SecrecyTest {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>(List.of(Gateways.SECRET));
    private final Logger log = Logger.getLogger("io.silverdata.contract");
    private final Handler ear = new Ear();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final class Ear extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            said.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        log.setLevel(Level.ALL);
        log.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(ear);
        log.setLevel(null);
    }

    @Test
    void no_log_line_and_no_outcome_has_a_password_or_a_secret() {
        AccessService full = ContractFixtures.accessService(1);
        for (PasswordEncoding encoder : PasswordEncoding.values()) {
            TestDatabase database = TestDatabases.sqlite(directory.resolve(encoder + ".db"));
            try (OnlineSubscribers online = new OnlineSubscribers(database, "192.0.2.1");
                    RadiusGateway gateway = Gateways.withGroups(Gateways.withoutNas(database)
                            .nas(online.settings())
                            .passwordEncoding(encoder)
                            .credentials(CredentialSource.random(new SecureRandom(), (user, password) -> {
                                secrets.add(password.reveal());
                                said.add(user + " " + password);
                            }))
                            .sessionListener(result -> said.add(result.toString()))
                            .sleeper(time -> true)
                            .build())) {
                online.comesOnline(full.user(), "s1");
                say(gateway.ensure(full));
                said.add(gateway.read(full.user()).toString());
                said.add(gateway.openSessions(List.of(full.user())).toString());
                said.add(gateway.observe(with(full, Enforcement.THROTTLE)).toString());
                online.nas().behave(NasBehaviour.refusing(503));
                say(gateway.ensure(with(full, Enforcement.HARD_BLOCK)));
                online.nas().behave(NasBehaviour.silent());
                say(gateway.remove(full.user()));
                said.add(online.settings().toString() + online.settings().endpoint());
                database.run("drop table radreply");
                say(gateway.ensure(full));
                secrets.addAll(database.rows("select value from radcheck"));
            }
        }

        assertThat(secrets).as("a secret of the NAS, and passwords").hasSizeGreaterThanOrEqualTo(4);
        assertThat(said).as("there was something to hear").hasSizeGreaterThan(20);
        List<String> heard = new ArrayList<>(said);
        secrets.stream()
                .filter(secret -> secret.length() >= 8)
                .forEach(secret -> assertThat(heard).noneMatch(text -> text.contains(secret)));
    }

    private void say(DeviceOutcome outcome) {
        said.add(outcome.toString());
    }

    private static AccessService with(AccessService service, Enforcement enforcement) {
        return new AccessService(service.contract(), service.user(), service.profile(), service.rates(), enforcement);
    }
}
