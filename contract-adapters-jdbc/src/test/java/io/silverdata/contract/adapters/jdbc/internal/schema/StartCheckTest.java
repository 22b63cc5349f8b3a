package io.silverdata.contract.adapters.jdbc.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {

    @ParameterizedTest
    @CsvSource({"2,3,false", "2,4,false", "2,5,true", "2,6,true", "3,0,true"})
    void knows_the_versions_of_H2_that_may_not_find_the_last_commit_again(int major, int minor, boolean losing) {
        assertThat(StartCheck.isLosing(major, minor)).isEqualTo(losing);
    }
}
