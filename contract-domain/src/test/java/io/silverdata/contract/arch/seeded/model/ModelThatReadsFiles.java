package io.silverdata.contract.arch.seeded.model;

import java.io.File;

record ModelThatReadsFiles(File file) {}
