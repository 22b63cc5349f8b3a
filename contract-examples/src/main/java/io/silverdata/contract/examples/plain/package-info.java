/** The shortest programs that do something with the library. */
@NullMarked
package io.silverdata.contract.examples.plain;

import org.jspecify.annotations.NullMarked;
