package io.silverdata.contract.spring;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTransactionIT extends TransactionCases {
    private static PostgresDatabases databases;

    @BeforeAll
    static void startServer() {
        databases = PostgresDatabases.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        databases.close();
    }

    @Override
    String url() {
        return databases.empty();
    }
}
