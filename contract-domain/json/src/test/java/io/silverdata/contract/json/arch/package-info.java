/** The rules of the module's architecture. */
@NullMarked
package io.silverdata.contract.json.arch;

import org.jspecify.annotations.NullMarked;
