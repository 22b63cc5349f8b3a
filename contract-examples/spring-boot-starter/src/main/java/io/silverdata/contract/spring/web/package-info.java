/** Rejections as problem details, identities in paths, and the headers of a command. */
@NullMarked
package io.silverdata.contract.spring.web;

import org.jspecify.annotations.NullMarked;
