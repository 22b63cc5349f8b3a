@NullMarked
package io.silverdata.contract.examples.console.web;

import org.jspecify.annotations.NullMarked;
