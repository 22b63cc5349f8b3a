/** Installing: ONUs that an OLT sees and nobody registered, the activation of a draft, and how it comes online. */
@NullMarked
package io.silverdata.contract.examples.console.install;

import org.jspecify.annotations.NullMarked;
