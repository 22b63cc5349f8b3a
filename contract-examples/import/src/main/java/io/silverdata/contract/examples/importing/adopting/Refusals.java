package io.silverdata.contract.examples.importing.adopting;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.importing.reading.Cells;
import io.silverdata.contract.examples.importing.reading.Field;
import io.silverdata.contract.examples.importing.reading.Finding;
import io.silverdata.contract.examples.importing.reading.Kind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.Plant;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of which cell a refusal of the library is, and who has what the row wants: another row, or a contract that was here before. */
final class Refusals {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private final Contracts contracts;
    private final Plant plant;
    private final ZoneId zone;
    private final Map<ContractId, Long> lines;

    /**
     * @param zone in which days begin
     * @param lines on which line the contracts of this export stand
     */
    Refusals(Contracts contracts, Plant plant, ZoneId zone, Map<ContractId, Long> lines) {
        this.contracts = contracts;
        this.plant = plant;
        this.zone = zone;
        this.lines = lines;
    }

    Finding finding(Cells row, Rejection refusal) {
        if (refusal instanceof Rejection.InvalidValue wrong) {
            return invalid(row, wrong);
        }
        if (refusal instanceof Rejection.UnknownPlan) {
            return row.finding(Kind.PLAN_UNKNOWN, Field.PLAN, refusal.message());
        }
        if (refusal instanceof Rejection.OnuSerialInUse taken) {
            return row.finding(Kind.ONU_ELSEWHERE, Field.ONU, has(taken.holder()));
        }
        if (refusal instanceof Rejection.RadiusUserInUse taken) {
            return row.finding(Kind.LOGIN_ELSEWHERE, Field.LOGIN, has(taken.holder()));
        }
        if (refusal instanceof Rejection.NetworkInUse taken) {
            return row.finding(
                    Kind.ADDRESS_ELSEWHERE, field(row, taken.network()), has(taken.holder()) + " as " + taken.held());
        }
        if (refusal instanceof Rejection.ContractNumberInUse taken) {
            return row.finding(
                    Kind.NUMBER_IN_USE,
                    Field.NUMBER,
                    contracts
                            .find(taken.number())
                            .map(Contract::id)
                            .map(this::has)
                            .orElseGet(refusal::message));
        }
        if (refusal instanceof Rejection.UnknownPort) {
            return row.finding(Kind.OUTPUT_UNKNOWN, Field.OUTPUT, "the plant has no such output");
        }
        if (refusal instanceof Rejection.PortUnavailable taken) {
            return row.finding(
                    Kind.OUTPUT_TAKEN,
                    Field.OUTPUT,
                    plant.port(taken.port())
                            .flatMap(output -> output.holder())
                            .map(this::has)
                            .orElseGet(refusal::message));
        }
        if (refusal instanceof Rejection.PonPortFull) {
            return row.finding(Kind.PON_PORT_FULL, Field.OUTPUT, refusal.message());
        }
        if (refusal instanceof Rejection.OtherTechnology) {
            return row.finding(Kind.OTHER_TECHNOLOGY, Field.PLAN, refusal.message());
        }
        if (refusal instanceof Rejection.HoldEndRequired || refusal instanceof Rejection.HoldEndForbidden) {
            return row.finding(Kind.HOLD, Field.SUSPENDED_UNTIL, refusal.message());
        }
        if (refusal instanceof Rejection.IdempotencyKeyReused) {
            return row.finding(
                    Kind.CHANGED, Field.KEY, "it was adopted from a row that said something else: change it here");
        }
        return row.finding(Kind.OTHER, Field.KEY, refusal.message());
    }

    private static Field field(Cells row, IpPrefix network) {
        if (network.isIpv4()) {
            return Field.FIXED_ADDRESS;
        }
        return IpPrefix.parse(row.text(Field.LINK_PREFIX)).fold(bad -> false, network::equals)
                ? Field.LINK_PREFIX
                : Field.DELEGATED_PREFIX;
    }

    private Finding invalid(Cells row, Rejection.InvalidValue wrong) {
        Optional<Field> date = switch (wrong.field()) {
            case "draftedAt" -> Optional.of(Field.DRAFTED);
            case "activatedAt" -> Optional.of(Field.ACTIVATED);
            case "inServiceSince" -> Optional.of(Field.IN_SERVICE);
            case "billedFrom" -> Optional.of(Field.BILLED_FROM);
            case "billingAnchor" -> Optional.of(Field.COUNTED_FROM);
            case "termEndsOn" -> Optional.of(Field.TERM_ENDS);
            case "holds.since" -> Optional.of(Field.SUSPENDED_SINCE);
            case "holds.until" -> Optional.of(Field.SUSPENDED_UNTIL);
            default -> Optional.empty();
        };
        return date.map(field -> row.finding(Kind.DATES, field, "must be " + local(wrong.allowed())))
                .orElseGet(() -> row.finding(Kind.OTHER, Field.KEY, wrong.message()));
    }

    /** Times of the library as people of the provider write them. */
    private String local(String times) {
        return INSTANT.matcher(times)
                .replaceAll(time -> Instant.parse(time.group())
                        .atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
    }

    private String has(ContractId holder) {
        return Optional.ofNullable(lines.get(holder))
                .map(line -> "line " + line + " has it")
                .or(() -> contracts.find(holder).map(contract -> "contract " + contract.number() + " has it"))
                .orElse("contract " + holder + " has it");
    }
}
