package io.silverdata.contract.examples.console.moves;

import static io.silverdata.contract.examples.console.moves.MovedPlants.CENTRO;
import static io.silverdata.contract.examples.console.moves.MovedPlants.SUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.background.Ends;
import io.silverdata.contract.examples.console.support.Console;
import io.silverdata.contract.examples.console.support.Visitor;
import io.silverdata.contract.examples.console.web.Role;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OpticalPower;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(name|plan|notBefore)\" value=\"([^\"]*)\">");

    private static Console console;
    private static Contracts contracts;
    private static MovedPlants plants;
    private static Visitor operator;
    private static Visitor administrator;

    @BeforeAll
    static void start() {
        console = Console.start("contract.worker.enabled=false");
        contracts = console.bean(Contracts.class);
        plants = new MovedPlants(console);
        operator = Visitor.of(console, Role.OPERATE);
        administrator = Visitor.of(console, Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void a_splitter_goes_to_another_olt_with_its_contract_and_all_the_way_back() {
        SplitterId splitter = plants.splitter(CENTRO);
        Contract contract = plants.on(splitter);
        Visitor.Answer preview = preview(splitter("splice-1", splitter, SUR));

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body())
                .contains(
                        "1 contracts go along, 0 of them have no place",
                        contract.number().value())
                .contains(
                        contract.line().orElseThrow().onu().value(), "Registered before the splice", "Begin the move");
        assertThat(contracts.moves().find("splice-1")).isEmpty();

        String begun = Ends.of(administrator, begin(preview));
        assertThat(begun)
                .contains("Waits for the splice", "0 of 1 where they are to be")
                .contains("has not confirmed 1 of the contracts", "Prepared");
        assertThat(administrator.get("/plant/moves").body()).contains("splice-1", "Forward");
        contracts.worker().deliverPending(100);
        assertThat(after("advance", "splice-1")).doesNotContain("has not confirmed");

        String done = after("spliced", "splice-1", Map.of("splitter", splitter.value()));
        assertThat(done).contains("Done", "1 of 1 where they are to be", "Moved");
        assertThat(plants.ponPort(contract)).isEqualTo(SUR);
        RecordedEvent last =
                contracts.history(contract.id(), Page.first(1)).items().get(0);
        assertThat(last.actor().value()).isEqualTo("operate");
        assertThat(last.correlationId()).contains("splice-1");

        contracts.worker().deliverPending(100);
        assertThat(Ends.of(administrator, post(administrator, "back", "splice-1", Map.of())))
                .contains("On the way back", "It is spliced back");
        contracts.worker().deliverPending(100);
        assertThat(after("spliced", "splice-1", Map.of("splitter", splitter.value())))
                .contains("Returned");
        assertThat(plants.ponPort(contract)).isEqualTo(CENTRO);
    }

    @Test
    void a_move_is_paused_on_all_hosts_and_goes_on() {
        SplitterId splitter = plants.splitter(CENTRO);
        plants.on(splitter);
        Ends.of(administrator, begin(preview(splitter("pause-1", splitter, SUR))));

        assertThat(operator.get(post(operator, "pause", "pause-1", Map.of())).body())
                .contains("The move is paused", "Paused");
        assertThat(contracts.moves().find("pause-1").orElseThrow().paused()).isTrue();
        assertThat(after("resume", "pause-1")).contains("Waits for the splice");
        assertThat(contracts.moves().find("pause-1").orElseThrow().paused()).isFalse();
        Ends.of(administrator, post(administrator, "back", "pause-1", Map.of()));
        assertThat(contracts.moves().find("pause-1").map(PlantMoveState::stage))
                .contains(PlantMoveState.Stage.RETURNED);
    }

    @Test
    void a_move_in_a_window_waits_for_its_time() {
        SplitterId splitter = plants.splitter(CENTRO);
        Contract contract = plants.on(splitter);
        Map<String, String> fields = splitter("night-1", splitter, SUR);
        fields.put("notBefore", "2031-05-01T02:00");

        String page = Ends.of(administrator, begin(preview(fields)));

        assertThat(page).contains("Waits for its time", "1 May 2031 02:00", "every 30s");
        assertThat(plants.find(contract).movingTo()).isEmpty();
        Ends.of(administrator, post(administrator, "back", "night-1", Map.of()));
    }

    @Test
    void a_pon_port_is_evacuated_to_those_that_are_named() {
        PonPortId full = installed("olt-centro", 7);
        SplitterId first = plants.splitter(full);
        SplitterId second = plants.splitter(full);

        Visitor.Answer preview = preview(new HashMap<>(Map.of(
                "kind",
                "EVACUATION",
                "name",
                "empty-1",
                "ponPort",
                full.toString(),
                "targets",
                CENTRO + "\r\n" + SUR)));

        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains(first.value(), second.value(), "0 contracts go along");
        String page = Ends.of(administrator, begin(preview));
        assertThat(page).contains("0 of 2 where they are to be");
        after("spliced", "empty-1", Map.of("splitter", first.value()));
        assertThat(after("spliced", "empty-1", Map.of("splitter", second.value())))
                .contains("2 of 2 where they are to be", "Done");
    }

    @Test
    void an_olt_is_replaced_at_the_same_places_or_at_those_that_are_named() {
        PonPortId old = installed("olt-old", 0);
        PonPortId same = installed("olt-new", 0);
        PonPortId other = installed("olt-new", 3);
        SplitterId splitter = plants.splitter(old);

        Visitor.Answer places = preview(
                new HashMap<>(Map.of("kind", "REPLACEMENT", "name", "swap-1", "olt", "olt-old", "newOlt", "olt-new")));
        assertThat(places.body()).contains(splitter.value(), "<td>" + same + "</td>");
        Visitor.Answer named = preview(new HashMap<>(Map.of(
                "kind",
                "REPLACEMENT",
                "name",
                "swap-1",
                "olt",
                "olt-old",
                "newOlt",
                "olt-new",
                "pairs",
                old + " = " + other)));
        assertThat(named.body()).contains("<td>" + other + "</td>");

        Ends.of(administrator, begin(named));
        assertThat(after("spliced", "swap-1", Map.of("splitter", splitter.value())))
                .contains("Done");
    }

    @Test
    void what_is_begun_is_what_was_looked_at() {
        SplitterId splitter = plants.splitter(CENTRO);
        Visitor.Answer preview = preview(splitter("seen-1", splitter, SUR));
        storage()
                .plant()
                .install(new PlantLayout(
                        List.of(),
                        List.of(),
                        List.of(storage()
                                .plant()
                                .survey(splitter, Instant.now())
                                .map(survey -> moved(survey.splitter(), SUR))
                                .orElseThrow())));

        Visitor.Answer refused = administrator.post("/plant/moves", "/plant/moves", hidden(preview));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("where it is: " + SUR, "It cannot be begun like this");
        assertThat(contracts.moves().find("seen-1")).isEmpty();
        assertThat(administrator
                        .post("/plant/moves", "/plant/moves", Map.of("name", "x", "plan", "x", "notBefore", "x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_has_no_place_is_named_and_nothing_can_be_begun() {
        SplitterId splitter = plants.splitter(CENTRO);
        Contract contract = plants.on(splitter);
        PonPortId small = installed("olt-centro", 9);
        storage()
                .plant()
                .install(new PlantLayout(List.of(), List.of(ponPort(small, Set.of(Technology.XGS_PON))), List.of()));

        String page = preview(splitter("full-1", splitter, small)).body();

        assertThat(page)
                .contains(
                        "1 contracts go along, 1 of them have no place",
                        contract.number().value(),
                        "no place")
                .contains("It cannot be begun like this")
                .doesNotContain("Begin the move");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field() {
        SplitterId splitter = plants.splitter(CENTRO);

        assertWrong(
                Map.of("kind", "SPLITTER", "name", "two words", "splitter", "", "ponPort", "olt"),
                "name",
                "splitter",
                "ponPort");
        assertWrong(splitter("w", new SplitterId("NOBODY"), SUR), "splitter");
        assertWrong(splitter("w", splitter, new PonPortId(new OltId("nobody"), 0, 0, 0)), "ponPort");
        assertWrong(splitter("w", splitter, CENTRO), "ponPort");
        assertWrong(
                Map.of("kind", "EVACUATION", "name", "w", "ponPort", CENTRO.toString(), "targets", CENTRO.toString()),
                "targets");
        assertWrong(Map.of("kind", "EVACUATION", "name", "w", "ponPort", CENTRO.toString(), "targets", ""), "targets");
        assertWrong(Map.of("kind", "REPLACEMENT", "name", "w", "olt", "olt-sur", "newOlt", "olt-sur"), "newOlt");
        assertWrong(
                Map.of(
                        "kind",
                        "REPLACEMENT",
                        "name",
                        "w",
                        "olt",
                        "olt-sur",
                        "newOlt",
                        "olt-centro",
                        "pairs",
                        "no pair"),
                "pairs");
    }

    @Test
    void who_operates_looks_and_splices_and_an_administrator_begins_and_turns_back() {
        SplitterId splitter = plants.splitter(CENTRO);
        Map<String, String> fields = splitter("roles-1", splitter, SUR);
        String query = query(fields);

        assertThat(Visitor.of(console, Role.SELL)
                        .get("/plant/moves/preview?" + query)
                        .status())
                .isEqualTo(403);
        assertThat(operator.get("/plant/moves/preview?" + query).body())
                .contains("An administrator begins it.")
                .doesNotContain("Begin the move");
        assertThat(operator.post("/plant/moves", "/plant/moves", Map.of()).status())
                .isEqualTo(403);
        assertThat(operator.post("/plant/moves", "/plant/moves/back", Map.of("name", "roles-1"))
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.of(console, Role.LOOK).get("/plant/moves").status()).isEqualTo(200);
    }

    @Test
    void a_name_that_no_move_has_is_not_found_and_a_command_on_it_is_refused_in_words() {
        assertThat(operator.get("/plant/moves/move?name=nobody").status()).isEqualTo(404);
        SplitterId splitter = plants.splitter(CENTRO);
        String odd = "odd/name?&%1";
        Ends.of(administrator, begin(preview(splitter(odd, splitter, SUR))));

        assertThat(after("spliced", odd, Map.of("splitter", "NAP-X"))).contains("Not done: ");
        assertThat(after("spliced", odd, Map.of("splitter", splitter.value()))).contains("Done");
    }

    @Test
    void the_screens_speak_spanish() {
        assertThat(operator.get("/plant/moves?lang=es").body())
                .contains("Traslados de planta", "Evacuar un puerto PON");
        operator.get("/plant/moves?lang=en");
    }

    private static Map<String, String> splitter(String name, SplitterId splitter, PonPortId to) {
        return new HashMap<>(
                Map.of("kind", "SPLITTER", "name", name, "splitter", splitter.value(), "ponPort", to.toString()));
    }

    private static Visitor.Answer preview(Map<String, String> fields) {
        return administrator.get("/plant/moves/preview?" + query(fields));
    }

    private static void assertWrong(Map<String, String> fields, String... wrong) {
        Visitor.Answer answer = preview(fields);
        assertThat(answer.status()).as(fields.toString()).isEqualTo(422);
        for (String field : wrong) {
            assertThat(answer.body()).as(fields.toString()).contains("id=\"" + field + "-error\"");
        }
    }

    /** Begins what a preview shows; where the move is shown. */
    private static String begin(Visitor.Answer preview) {
        Visitor.Answer begun = administrator.post("/plant/moves", "/plant/moves", hidden(preview));
        assertThat(begun.status()).as(begun.body()).isEqualTo(302);
        return path(begun);
    }

    private static Map<String, String> hidden(Visitor.Answer preview) {
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(preview.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        assertThat(fields).as(preview.body()).containsKeys("name", "plan", "notBefore");
        return fields;
    }

    private static String after(String action, String name) {
        return after(action, name, Map.of());
    }

    private static String after(String action, String name, Map<String, String> more) {
        return Ends.of(operator, post(operator, action, name, more));
    }

    /** Where the move is shown afterwards; the page has what was said, if it is asked for first. */
    private static String post(Visitor visitor, String action, String name, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("name", name);
        Visitor.Answer answer = visitor.post("/plant/moves", "/plant/moves/" + action, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return path(answer);
    }

    private static String path(Visitor.Answer redirect) {
        return redirect.location().substring(redirect.location().indexOf("/plant"));
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static PonPortId installed(String olt, int port) {
        PonPortId id = new PonPortId(new OltId(olt), 0, 5, port);
        storage()
                .plant()
                .install(new PlantLayout(
                        List.of(new Olt(id.olt(), ServiceState.UP)),
                        List.of(ponPort(id, Set.of(Technology.GPON))),
                        List.of()));
        return id;
    }

    private static PonPort ponPort(PonPortId id, Set<Technology> technologies) {
        return new PonPort(id, technologies, 64, Optional.of(OpticalPower.ofDbm(3)), ServiceState.UP);
    }

    private static Splitter moved(Splitter splitter, PonPortId to) {
        return new Splitter(
                splitter.id(),
                to,
                Optional.empty(),
                splitter.outputs(),
                splitter.position(),
                splitter.loss(),
                splitter.feed());
    }

    private static Storage storage() {
        return console.bean(Storage.class);
    }
}
