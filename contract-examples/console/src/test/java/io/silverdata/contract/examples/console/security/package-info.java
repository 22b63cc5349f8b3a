@NullMarked
package io.silverdata.contract.examples.console.security;

import org.jspecify.annotations.NullMarked;
