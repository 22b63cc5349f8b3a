/** Screens of the plant beside SQL that was written by hand, and the installation of a plant beside COPY. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.plant;

import org.jspecify.annotations.NullMarked;
