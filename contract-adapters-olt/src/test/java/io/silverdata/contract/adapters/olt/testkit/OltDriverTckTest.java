package io.silverdata.contract.adapters.olt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class OltDriverTckTest {

    @Test
    void every_test_of_the_kit_says_its_law() {
        List<Method> tests = Arrays.stream(OltDriverTck.class.getDeclaredClasses())
                .filter(group -> group.isAnnotationPresent(Nested.class))
                .flatMap(group -> Arrays.stream(group.getSuperclass().getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .toList();

        assertThat(tests).hasSizeGreaterThan(40);
        assertThat(tests)
                .allSatisfy(test -> assertThat(test.getAnnotation(Law.class))
                        .as(test.getName())
                        .extracting(Law::value)
                        .asString()
                        .endsWith("."));
    }
}
