package io.silverdata.contract.examples.console.web;

/**
 * A choice of a select.
 *
 * @param value that the form sends
 * @param label for people
 */
public record Choice(String value, String label) {}
