package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Assessment;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractSnapshot;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.query.ContractSummary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is shown to people and other programs loses nothing either. */
class ShownJsonProperties {

    @Provide
    static Arbitrary<Contract> contracts() {
        return AnyValues.of(ContractSnapshot.class).map(Contract::restore);
    }

    @Provide
    static Arbitrary<ContractEvent> events() {
        return AnyValues.of(ContractEvent.class);
    }

    @Provide
    static Arbitrary<RecordedEvent> recorded() {
        return AnyValues.of(RecordedEvent.class);
    }

    @Provide
    static Arbitrary<Assessment> assessments() {
        return AnyValues.of(Assessment.class);
    }

    @Provide
    static Arbitrary<Money> amounts() {
        return AnyValues.of(Money.class);
    }

    @Provide
    static Arbitrary<Bandwidth> rates() {
        return AnyValues.of(Bandwidth.class);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void any_contract_comes_back_equal(@ForAll("contracts") Contract contract) {
        assertThat(ContractJson.readContract(ContractJson.write(contract))).isEqualTo(contract);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void any_summary_comes_back_equal(@ForAll("contracts") Contract contract) {
        ContractSummary summary = ContractSummary.of(contract);

        assertThat(ContractJson.readSummary(ContractJson.write(summary))).isEqualTo(summary);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void any_event_comes_back_equal(@ForAll("events") ContractEvent event) {
        assertThat(ContractJson.readEvent(ContractJson.write(event))).isEqualTo(event);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void any_recorded_event_comes_back_equal(@ForAll("recorded") RecordedEvent event) {
        assertThat(ContractJson.readRecordedEvent(ContractJson.write(event))).isEqualTo(event);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void a_reader_takes_the_stored_form_as_well(@ForAll("contracts") Contract contract) {
        assertThat(ContractJson.readContract(SnapshotJson.write(contract.snapshot())))
                .isEqualTo(contract);
        assertThat(SnapshotJson.read(ContractJson.write(contract))).isEqualTo(contract.snapshot());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void every_form_of_an_object_reads_what_it_wrote(@ForAll("assessments") Assessment assessment) {
        JsonForm<Assessment> form = form(Assessment.class);

        assertThat(form.reader().orElseThrow().apply(form.write(assessment))).isEqualTo(assessment);
    }

    @Property(tries = 1_000)
    void any_amount_of_money_is_read_as_it_is_written(@ForAll("amounts") Money money) {
        TextForm<Money> form = text(Money.class);

        assertThat(form.parse(form.format(money)).get()).isEqualTo(money);
    }

    @Property(tries = 1_000)
    void any_bandwidth_is_read_as_it_is_written(@ForAll("rates") Bandwidth rate) {
        TextForm<Bandwidth> form = text(Bandwidth.class);

        assertThat(form.parse(form.format(rate)).get()).isEqualTo(rate);
    }

    @SuppressWarnings("unchecked") // found by its type
    private static <T> JsonForm<T> form(Class<T> type) {
        return (JsonForm<T>) JsonForm.all().stream()
                .filter(form -> form.type() == type)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // found by its type
    private static <T> TextForm<T> text(Class<T> type) {
        return (TextForm<T>) TextForm.all().stream()
                .filter(form -> form.type() == type)
                .findFirst()
                .orElseThrow();
    }
}
