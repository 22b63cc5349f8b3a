package io.silverdata.contract.matching;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what may belong together among what lacks a partner. */
final class Proposals {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}@._:/-]+");
    private static final Pattern SERIAL = Pattern.compile("[a-z0-9]{4}[0-9a-f]{8}");
    private static final String ANY = "?";

    private final List<SeenOnu> onus;
    private final List<SeenLogin> logins;
    private final List<Contract> withoutOnu;
    private final List<Contract> withoutLogin;

    Proposals(List<SeenOnu> onus, List<SeenLogin> logins, List<Contract> withoutOnu, List<Contract> withoutLogin) {
        this.onus = onus;
        this.logins = logins;
        this.withoutOnu = withoutOnu;
        this.withoutLogin = withoutLogin;
    }

    List<Proposal> all() {
        return Stream.of(onusOfContracts(), loginsOfContracts(), onusAndLogins())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Proposal::confidence).reversed())
                .toList();
    }

    private List<Proposal> onusOfContracts() {
        return new Pairs<>(withoutOnu, onus)
                .with(
                        Reason.SERIAL,
                        contract -> Matching.onu(contract).stream().flatMap(Proposals::almost),
                        onu -> almost(onu.registration().onu()))
                .with(
                        Reason.NUMBER_IN_DESCRIPTION,
                        contract -> Stream.of(folded(contract.number().value())),
                        Proposals::words)
                .with(
                        Reason.LOGIN_IN_DESCRIPTION,
                        contract -> contract.radiusUser().stream().map(Proposals::folded),
                        Proposals::words)
                .near(Proposals::place, Proposals::place)
                .proposals((contract, onu, reasons, confidence) ->
                        new Proposal.OnuOfContract(contract.id(), onu, reasons, confidence));
    }

    private List<Proposal> loginsOfContracts() {
        return new Pairs<>(withoutLogin, logins)
                .with(
                        Reason.LOGIN_SPELLING,
                        contract -> contract.radiusUser().stream().map(Proposals::withoutRealm),
                        login -> Stream.of(withoutRealm(login.user())))
                .with(
                        Reason.SERIAL_IN_LOGIN,
                        contract -> Matching.onu(contract).stream().map(Proposals::folded),
                        Proposals::serials)
                .near(Proposals::place, Proposals::place)
                .proposals((contract, login, reasons, confidence) ->
                        new Proposal.LoginOfContract(contract.id(), login, reasons, confidence));
    }

    private List<Proposal> onusAndLogins() {
        return new Pairs<>(onus, logins)
                .with(Reason.LOGIN_IN_DESCRIPTION, Proposals::words, login -> Stream.of(folded(login.user())))
                .with(
                        Reason.SERIAL_IN_LOGIN,
                        onu -> Stream.of(folded(onu.registration().onu())),
                        Proposals::serials)
                .near(Proposals::place, Proposals::place)
                .proposals(Proposal.OnuAndLogin::new);
    }

    private static Stream<PonPortId> place(Contract contract) {
        return contract.line().stream().map(line -> line.ports().ponPort());
    }

    private static Stream<PonPortId> place(SeenOnu onu) {
        return Stream.of(onu.registration().ponPort());
    }

    private static Stream<PonPortId> place(SeenLogin login) {
        return login.lastPort().stream();
    }

    /** The serial with each character left open in turn: two that share one of these differ in one character at most. */
    private static Stream<String> almost(OnuSerial onu) {
        String value = onu.value();
        return IntStream.range(0, value.length())
                .mapToObj(at -> value.substring(0, at) + ANY + value.substring(at + 1));
    }

    /** The words of a description, and all of it, since a login may have spaces. */
    private static Stream<String> words(SeenOnu onu) {
        Optional<String> text = onu.description().map(Proposals::folded);
        return Stream.concat(text.stream(), text.stream().flatMap(BETWEEN_WORDS::splitAsStream))
                .filter(word -> !word.isEmpty());
    }

    private static Stream<String> serials(SeenLogin login) {
        return SERIAL.matcher(folded(login.user())).results().map(found -> found.group());
    }

    private static String withoutRealm(RadiusUser user) {
        String text = folded(user);
        int realm = text.indexOf('@');
        return realm > 0 ? text.substring(0, realm) : text;
    }

    private static String folded(RadiusUser user) {
        return folded(user.value());
    }

    private static String folded(OnuSerial onu) {
        return folded(onu.value());
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
