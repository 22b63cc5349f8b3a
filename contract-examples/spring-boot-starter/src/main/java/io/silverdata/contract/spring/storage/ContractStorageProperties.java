package io.silverdata.contract.spring.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the tables are.
 *
 * @param migrate whether the tables are made and brought up to date at the start, in a history of their own
 * @param schema the schema of the tables (MariaDB: database), which must exist; empty for that of the connection
 * @param tablePrefix what the names of the tables begin with
 * @param acceptDelayedWrites whether an H2 file may lose the last acknowledged commands with the process
 * @param acceptPooler whether the pooler before PostgreSQL keeps prepared statements
 */
@ConfigurationProperties(prefix = "contract.storage", ignoreUnknownFields = false)
public record ContractStorageProperties(
        @DefaultValue("true") boolean migrate,
        @DefaultValue("") String schema,
        @DefaultValue("ct_") String tablePrefix,
        @DefaultValue("false") boolean acceptDelayedWrites,
        @DefaultValue("false") boolean acceptPooler) {}
