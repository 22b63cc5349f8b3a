/**
 * Contracts, events, summaries, rejections and values as JSON: in the one form that storages keep, and in the form that people and
 * other programs read. No type of a JSON library is in a signature.
 */
@NullMarked
package io.silverdata.contract.json;

import org.jspecify.annotations.NullMarked;
