package io.silverdata.contract.spring.storage;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.adapters.jdbc.Schema;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spring.property.PropertyName;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The storage in the database of the application's one data source, or of its primary one. Commands join the transaction of the
 * thread, if there is one. Backs off where the application has a {@link Storage} of its own.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnMissingBean(Storage.class)
@EnableConfigurationProperties(ContractStorageProperties.class)
public final class ContractStorageAutoConfiguration {
    private static final PropertyName STORAGE = new PropertyName("contract.storage");

    /** For Spring. */
    public ContractStorageAutoConfiguration() {}

    /**
     * The tables are made after the application's own migrations: Flyway and Liquibase refuse a schema that is not empty before
     * their first run.
     */
    @Bean
    @DependsOnDatabaseInitialization
    JdbcStorage contractStorage(DataSource dataSource, ContractStorageProperties properties) {
        Schema schema = schema(properties);
        if (properties.migrate()) {
            schema.migrateTables(dataSource);
        }
        JdbcStorage.Builder storage = JdbcStorage.builder()
                .schema(schema)
                .dataSource(new TransactionAwareDataSourceProxy(dataSource))
                .hostTransaction(TransactionSynchronizationManager::isActualTransactionActive);
        if (properties.acceptDelayedWrites()) {
            storage.acceptDelayedWrites();
        }
        if (properties.acceptPooler()) {
            storage.acceptPooler();
        }
        return storage.build();
    }

    private static Schema schema(ContractStorageProperties properties) {
        Schema schema =
                STORAGE.child("table-prefix").read(properties.tablePrefix(), Schema.defaults()::withTablePrefix);
        return properties.schema().isEmpty() ? schema : STORAGE.child("schema").read(properties.schema(), schema::in);
    }
}
