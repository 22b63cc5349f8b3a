/** The shortest programs that do something with the library. */
@NullMarked
package io.silverdata.contract.examples.firstlife;

import org.jspecify.annotations.NullMarked;
