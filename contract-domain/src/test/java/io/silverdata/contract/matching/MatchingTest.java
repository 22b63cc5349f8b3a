package io.silverdata.contract.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private final Contract one = ContractFixtures.anActiveContract(1);
    private final Contract two = ContractFixtures.anActiveContract(2);
    private final PonPortId port = one.line().orElseThrow().ports().ponPort();
    private final PonPortId elsewhere = PonPortId.parse("olt-9:0/9/9").get();
    private final OnuSerial onuOfOne = one.line().orElseThrow().onu();
    private final OnuSerial stranger = new OnuSerial("ZZZZ99999999");

    @Test
    void nothing_is_left_where_devices_have_what_contracts_say() {
        Matching matching = Matching.of(
                List.of(one, two), List.of(seen(onuOfOne, port), onuOf(two)), List.of(loginOf(one), loginOf(two)));

        assertThat(matching).isEqualTo(new Matching(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void what_lacks_a_partner_is_listed() {
        SeenOnu onu = seen(stranger, elsewhere);
        SeenLogin login = SeenLogin.of(new RadiusUser("stranger"));

        Matching matching = Matching.of(List.of(one, two), List.of(onu, onuOf(two)), List.of(login, loginOf(one)));

        assertThat(matching.onusWithoutContract()).containsExactly(onu);
        assertThat(matching.loginsWithoutContract()).containsExactly(login);
        assertThat(matching.contractsWithoutOnu()).containsExactly(one.id());
        assertThat(matching.contractsWithoutLogin()).containsExactly(two.id());
        assertThat(matching.proposals()).isEmpty();
    }

    @Test
    void a_draft_lacks_nothing() {
        Matching matching = Matching.of(List.of(ContractFixtures.aDraft(1)), List.of(), List.of());

        assertThat(matching.contractsWithoutOnu()).isEmpty();
        assertThat(matching.contractsWithoutLogin()).isEmpty();
    }

    @Test
    void a_mistyped_serial_under_the_same_pon_port_is_trusted_most() {
        SeenOnu onu = seen(mistyped(onuOfOne), port);

        assertThat(onuProposals(List.of(one), onu))
                .containsExactly(new Proposal.OnuOfContract(
                        one.id(), onu, Set.of(Reason.SERIAL, Reason.SAME_PON_PORT, Reason.ONLY_ONES), Confidence.HIGH));
    }

    @Test
    void a_mistyped_serial_elsewhere_is_trusted_less() {
        SeenOnu onu = seen(mistyped(onuOfOne), elsewhere);

        assertThat(onuProposals(List.of(one), onu))
                .containsExactly(new Proposal.OnuOfContract(one.id(), onu, Set.of(Reason.SERIAL), Confidence.MEDIUM));
    }

    @Test
    void a_description_names_number_and_login() {
        SeenOnu onu = new SeenOnu(
                new OnuRegistration(elsewhere, stranger),
                Optional.of("Peña, " + one.number() + " (" + one.radiusUser().orElseThrow() + ")"));

        assertThat(onuProposals(List.of(one), onu))
                .containsExactly(new Proposal.OnuOfContract(
                        one.id(),
                        onu,
                        Set.of(Reason.NUMBER_IN_DESCRIPTION, Reason.LOGIN_IN_DESCRIPTION),
                        Confidence.MEDIUM));
    }

    @Test
    void a_part_of_a_word_names_nothing() {
        SeenOnu onu = new SeenOnu(
                new OnuRegistration(elsewhere, stranger),
                Optional.of("x" + one.radiusUser().orElseThrow()));

        assertThat(onuProposals(List.of(one), onu)).isEmpty();
    }

    @Test
    void the_only_ones_under_a_pon_port_are_proposed_without_another_reason() {
        SeenOnu onu = seen(stranger, port);

        assertThat(onuProposals(List.of(one), onu))
                .containsExactly(new Proposal.OnuOfContract(
                        one.id(), onu, Set.of(Reason.SAME_PON_PORT, Reason.ONLY_ONES), Confidence.MEDIUM));
    }

    @Test
    void of_two_onus_that_fit_neither_is_trusted() {
        SeenOnu first = seen(mistyped(onuOfOne), port);
        SeenOnu second = new SeenOnu(
                new OnuRegistration(elsewhere, stranger),
                Optional.of(one.number().value()));

        List<Proposal> proposals = onuProposals(List.of(one), first, second);

        assertThat(proposals).hasSize(2).allMatch(proposal -> proposal.confidence() == Confidence.LOW);
    }

    @Test
    void a_login_in_another_spelling_with_a_session_at_the_pon_port_is_trusted_most() {
        String spelled = one.radiusUser().orElseThrow().value().toUpperCase(Locale.ROOT) + "@isp.example";
        SeenLogin login = new SeenLogin(new RadiusUser(spelled), Optional.of(port));

        Matching matching = Matching.of(List.of(one), List.of(seen(onuOfOne, port)), List.of(login));

        assertThat(matching.proposals())
                .containsExactly(new Proposal.LoginOfContract(
                        one.id(),
                        login,
                        Set.of(Reason.LOGIN_SPELLING, Reason.SAME_PON_PORT, Reason.ONLY_ONES),
                        Confidence.HIGH));
    }

    @Test
    void a_login_that_is_the_serial_belongs_to_the_onu_though_neither_has_a_contract() {
        SeenOnu onu = seen(stranger, elsewhere);
        SeenLogin login = SeenLogin.of(new RadiusUser("zzzz99999999@isp.example"));

        assertThat(Matching.of(List.of(), List.of(onu), List.of(login)).proposals())
                .containsExactly(
                        new Proposal.OnuAndLogin(onu, login, Set.of(Reason.SERIAL_IN_LOGIN), Confidence.MEDIUM));
    }

    @Test
    void the_most_trustworthy_come_first() {
        SeenOnu near = seen(stranger, elsewhere);
        SeenLogin there = new SeenLogin(new RadiusUser("there"), Optional.of(elsewhere));
        SeenOnu mistyped = seen(mistyped(onuOfOne), port);

        List<Proposal> proposals = Matching.of(List.of(one), List.of(near, mistyped), List.of(there, loginOf(one)))
                .proposals();

        assertThat(proposals.stream().map(Proposal::confidence)).containsExactly(Confidence.HIGH, Confidence.MEDIUM);
    }

    private List<Proposal> onuProposals(List<Contract> contracts, SeenOnu... onus) {
        return Matching.of(
                        contracts,
                        List.of(onus),
                        contracts.stream().map(MatchingTest::loginOf).toList())
                .proposals();
    }

    private static SeenOnu seen(OnuSerial onu, PonPortId port) {
        return SeenOnu.of(new OnuRegistration(port, onu));
    }

    private static SeenOnu onuOf(Contract contract) {
        return SeenOnu.of(contract.line().orElseThrow().registration());
    }

    private static SeenLogin loginOf(Contract contract) {
        return SeenLogin.of(contract.radiusUser().orElseThrow());
    }

    private static OnuSerial mistyped(OnuSerial onu) {
        String value = onu.value();
        char last = value.charAt(value.length() - 1);
        return new OnuSerial(value.substring(0, value.length() - 1) + (last == 'F' ? 'E' : 'F'));
    }
}
