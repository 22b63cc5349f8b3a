package io.silverdata.contract.arch.seeded.spi;

import org.slf4j.Logger;

interface PortThatLogs {
    Logger log();
}
