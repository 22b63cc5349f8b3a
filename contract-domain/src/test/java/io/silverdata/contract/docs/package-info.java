/** What the documents show, compiled and run. The documents are compared with it by the test of the examples. */
@NullMarked
package io.silverdata.contract.docs;

import org.jspecify.annotations.NullMarked;
