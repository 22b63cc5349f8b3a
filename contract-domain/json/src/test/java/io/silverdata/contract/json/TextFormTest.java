package io.silverdata.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.SplitterOutputId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextFormTest {
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            Bandwidth.class, "100 Mbit/s",
            ContractId.class, "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            Money.class, "24.90 USD",
            OnuSerial.class, "ZTEG0000A0B1",
            PonPortId.class, "olt-1:0/2/7",
            SplitterOutputId.class, "NAP-0042#7");

    @Test
    void values_are_written_as_people_write_them() {
        assertThat(TextForm.all().stream().<Class<?>>map(TextForm::type)).containsAll(EXAMPLES.keySet());
        EXAMPLES.forEach((type, text) -> assertThat(TextForm.all().stream()
                        .filter(form -> form.type() == type)
                        .map(form -> again(form, text)))
                .containsExactly(text));
    }

    @Test
    void what_is_wrong_with_a_text_is_told_by_its_field() {
        assertThat(TextForm.all())
                .allSatisfy(form ->
                        assertThat(form.parse("\u0001").getLeft().field()).isNotEmpty());
    }

    @Test
    void every_type_of_the_model_that_is_parsed_from_one_text_has_a_form() {
        var parsed = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.silverdata.contract.model")
                        .stream()
                        .filter(type -> type.tryGetMethod("parse", String.class).isPresent())
                        .map(JavaClass::getName);

        assertThat(TextForm.all().stream().map(form -> form.type().getName()))
                .containsExactlyInAnyOrderElementsOf(parsed.toList());
    }

    @SuppressWarnings("unchecked") // found by its type
    @Test
    void money_has_the_decimals_of_its_currency() {
        TextForm<Money> form = (TextForm<Money>) TextForm.all().stream()
                .filter(known -> known.type() == Money.class)
                .findFirst()
                .orElseThrow();

        assertThat(again(form, "5 USD")).isEqualTo("5.00 USD");
        assertThat(again(form, "0.123456 USD")).isEqualTo("0.123456 USD");
        assertThat(again(form, "24900 CLP")).isEqualTo("24900 CLP");
    }

    private static <T> String again(TextForm<T> form, String text) {
        return form.format(form.parse(text).get());
    }
}
