/** Who may log in, and which role each route needs. */
@NullMarked
package io.silverdata.contract.examples.console.security;

import org.jspecify.annotations.NullMarked;
