package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Flash;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Screen;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.OltSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.query.PonPortSummary;
import io.silverdata.contract.query.PonPortTree;
import io.silverdata.contract.spi.PonPortOccupancy;
import io.silverdata.contract.spi.Storage;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** OLTs and PON ports: how full they are, and whether they are in service. */
@Controller
@RequestMapping("/plant")
final class PlantController implements Screen {
    private static final int OLTS = 50;
    private static final int PON_PORTS = 128;
    private static final int FULLEST = 100;
    private static final String PON_PORT = "/olts/{olt}/pon/{frame}/{slot}/{port}";

    private final Contracts contracts;
    private final Storage storage;
    private final Clock clock;

    PlantController(Contracts contracts, Storage storage, Clock clock) {
        this.contracts = contracts;
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/plant";
    }

    @Override
    public String key() {
        return "plant";
    }

    @Override
    public int order() {
        return 50;
    }

    @GetMapping
    String olts(@RequestParam Optional<String> after, Model model) {
        addOlts(after, olt -> Optional.empty(), model);
        return "plant/plant";
    }

    /** The same with how full they are: read by itself, since every output is counted for it. */
    @GetMapping("/occupancy")
    String occupancy(@RequestParam Optional<String> after, @ModelAttribute("page") PageContext page, Model model) {
        Map<OltId, Fill> fills = storage.plant().occupancy(clock.instant()).stream()
                .collect(
                        Collectors.toMap(port -> port.ponPort().olt(), port -> Fill.of(port.outputs(), 0), Fill::plus));
        addOlts(after, olt -> Optional.of(fills.getOrDefault(olt, Fill.NONE)), model);
        return page.isPart() ? "plant/olts" : "plant/plant";
    }

    private void addOlts(Optional<String> after, Function<OltId, Optional<Fill>> fills, Model model) {
        Listing<OltSummary> olts = contracts.plant().olts(new Page(OLTS, after));
        model.addAttribute(
                "olts",
                olts.items().stream()
                        .map(olt -> row(olt, fills.apply(olt.olt().id())))
                        .toList());
        model.addAttribute("next", olts.next());
        model.addAttribute(
                "counting",
                UriComponentsBuilder.fromPath("/plant/occupancy")
                        .queryParamIfPresent("after", after)
                        .encode()
                        .toUriString());
    }

    /** The fullest PON ports of all. Reads the use of every output, so it is a page of its own. */
    @GetMapping("/capacity")
    String capacity(Model model) {
        List<PonPortOccupancy> all = storage.plant().occupancy(clock.instant());
        model.addAttribute(
                "fullest",
                all.stream()
                        .map(PlantController::fullness)
                        .filter(port -> port.fill().outputs() > 0)
                        .sorted(Comparator.comparingInt(
                                        (FullPonPort port) -> -port.fill().percent())
                                .thenComparingInt(port -> port.fill().left()))
                        .limit(FULLEST)
                        .toList());
        model.addAttribute("ponPorts", all.size());
        return "plant/capacity";
    }

    @GetMapping("/olts/{olt}")
    String olt(@PathVariable OltId olt, @RequestParam Optional<String> after, Model model) {
        Listing<PonPortSummary> ponPorts = contracts.plant().ponPorts(olt, new Page(PON_PORTS, after));
        Map<String, List<PonPortTile>> cards = ponPorts.items().stream()
                .map(PonPortTile::of)
                .collect(Collectors.groupingBy(PonPortTile::card, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("olt", known(olt));
        model.addAttribute("cards", cards);
        model.addAttribute("next", ponPorts.next());
        return "plant/olt";
    }

    @PostMapping("/olts/{olt}/state")
    String state(@PathVariable OltId olt, @RequestParam ServiceState state, RedirectAttributes flash) {
        require(storage.plant().setState(olt, state));
        Flash.done(flash, "plant.state.changed");
        return "redirect:/plant/olts/" + olt;
    }

    @GetMapping(PON_PORT)
    String ponPort(
            @PathVariable OltId olt,
            @PathVariable int frame,
            @PathVariable int slot,
            @PathVariable int port,
            Model model) {
        PonPortTree tree = contracts
                .plant()
                .tree(id(olt, frame, slot, port))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("tree", TreeView.of(tree));
        return "plant/ponPort";
    }

    @PostMapping(PON_PORT + "/state")
    String state(
            @PathVariable OltId olt,
            @PathVariable int frame,
            @PathVariable int slot,
            @PathVariable int port,
            @RequestParam ServiceState state,
            RedirectAttributes flash) {
        PonPortId id = id(olt, frame, slot, port);
        require(storage.plant().setState(id, state));
        Flash.done(flash, "plant.state.changed");
        return "redirect:" + PonPortTile.path(id);
    }

    /** The inventory has lists of OLTs only; an operator has tens of them. */
    private OltRow known(OltId olt) {
        return contracts.plant().olts(Page.first(Page.MAX_SIZE)).items().stream()
                .filter(summary -> summary.olt().id().equals(olt))
                .findFirst()
                .map(summary -> row(summary, Optional.empty()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static OltRow row(OltSummary summary, Optional<Fill> fill) {
        return new OltRow(summary.olt().id().value(), summary.olt().state().name(), summary.ponPorts(), fill);
    }

    private static FullPonPort fullness(PonPortOccupancy occupancy) {
        return new FullPonPort(
                occupancy.ponPort().toString(), PonPortTile.path(occupancy.ponPort()), Fill.of(occupancy.outputs(), 0));
    }

    private static PonPortId id(OltId olt, int frame, int slot, int port) {
        return PonPortId.parse(olt + ":" + frame + "/" + slot + "/" + port)
                .getOrElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void require(boolean known) {
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
