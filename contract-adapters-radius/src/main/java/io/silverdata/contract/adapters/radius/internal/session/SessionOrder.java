package io.silverdata.contract.adapters.radius.internal.session;

import io.silverdata.contract.adapters.radius.session.Session;

/**
 * One order about an open session.
 *
 * @param target the state that it is to be brought to
 */
public record SessionOrder(Session session, SessionTarget target) {}
