/** What all screens share: the page, messages, forms, errors. */
@NullMarked
package io.silverdata.contract.examples.console.web;

import org.jspecify.annotations.NullMarked;
