package io.silverdata.contract.arch.seeded.spi;

final class OutcomeThatIsAClass implements DeviceOutcome {}
