<<<<<<< HEAD
/** The rules of this module's architecture. */
=======
/** The rules of this adapter's architecture, each shown to find the class that breaks it. */
>>>>>>> radius-client
@NullMarked
package io.silverdata.contract.adapters.radius.arch;

import org.jspecify.annotations.NullMarked;
