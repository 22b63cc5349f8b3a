package io.silverdata.contract.examples.console.plant;

import java.util.Optional;

/** What a splitter's page says above its outputs. */
public record SplitterView(
        String splitter, String ponPort, String ponPortPath, Optional<String> feed, Optional<String> loss) {}
