/** Open sessions, and the result of changing or closing each. */
@NullMarked
package io.silverdata.contract.adapters.radius.session;

import org.jspecify.annotations.NullMarked;
