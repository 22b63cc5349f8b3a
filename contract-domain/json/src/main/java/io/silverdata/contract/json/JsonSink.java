package io.silverdata.contract.json;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Where JSON is written, and how.
 *
 * @param json takes the tokens
 * @param form how values that have two forms are written
 */
record JsonSink(JsonGenerator json, Form form) {}
