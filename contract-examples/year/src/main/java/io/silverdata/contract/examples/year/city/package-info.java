/** Makes the two files that come with the program: a made-up city's plant, and what its people order in a year. */
@NullMarked
package io.silverdata.contract.examples.year.city;

import org.jspecify.annotations.NullMarked;
