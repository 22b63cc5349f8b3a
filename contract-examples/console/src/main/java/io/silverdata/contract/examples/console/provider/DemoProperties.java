package io.silverdata.contract.examples.console.provider;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo provider.
 *
 * @param demo whether customers, network and, in an empty database, contracts are made up
 * @param demoContracts how many contracts, 1 or more
 * @param demoDays over how many days they were begun, 1 or more
 */
@ConfigurationProperties("console")
record DemoProperties(
        @DefaultValue("true") boolean demo,
        @DefaultValue("3000") int demoContracts,
        @DefaultValue("400") int demoDays) {}
