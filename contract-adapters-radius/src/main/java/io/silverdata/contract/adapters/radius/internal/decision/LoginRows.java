package io.silverdata.contract.adapters.radius.internal.decision;

import java.util.List;

/**
 * All rows that FreeRADIUS reads when a login asks for access.
 *
 * @param check of the login in {@code radcheck}, by id
 * @param reply of the login in {@code radreply}, by id
 * @param groups of the login, in the order of {@code radusergroup}
 */
public record LoginRows(List<Row> check, List<Row> reply, List<Group> groups) {

    public LoginRows {
        check = List.copyOf(check);
        reply = List.copyOf(reply);
        groups = List.copyOf(groups);
    }

    /**
     * A group.
     *
     * @param name as {@code radusergroup} has it
     * @param check of the group in {@code radgroupcheck}, by id
     * @param reply of the group in {@code radgroupreply}, by id
     */
    public record Group(String name, List<Row> check, List<Row> reply) {
        public Group {
            check = List.copyOf(check);
            reply = List.copyOf(reply);
        }
    }
}
