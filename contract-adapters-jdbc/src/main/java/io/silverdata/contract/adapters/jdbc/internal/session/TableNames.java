package io.silverdata.contract.adapters.jdbc.internal.session;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the tables are called. Identifiers are the only part of a statement that is not bound, so they are checked here, and
 * come from here only.
 *
 * @param prefix before each name
 * @param schema in which they are; empty for the connection's own
 */
public record TableNames(String prefix, String schema) {
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

    public TableNames {
        check("tablePrefix", prefix, PREFIX, "1 to 30 characters of a-z, 0-9 and _, beginning with a letter");
        if (!schema.isEmpty()) {
            check("schema", schema, SCHEMA, "1 to 63 characters of a-z, 0-9 and _, beginning with a letter");
        }
    }

    /** The prefix with the schema before it, if there is one. */
    public String tables() {
        return schema.isEmpty() ? prefix : schema + "." + prefix;
    }

    /** A statement in which <code>{contract}</code> stands for the table of that name. */
    public String sql(String template) {
        return TABLE.matcher(template).replaceAll(table -> tables() + table.group(1));
    }

    /** A script in which Flyway's and Liquibase's placeholders stand for the names. */
    public String script(String template) {
        return template.replace("${tables}", tables()).replace("${prefix}", prefix);
    }

    /** Where a constraint or index of that name is mentioned in a message; -1 if nowhere. */
    int indexIn(String message, String constraint) {
        return message.toLowerCase(Locale.ROOT).indexOf(prefix + constraint);
    }

    private static void check(String field, String value, Pattern form, String allowed) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must be " + allowed + ", was \"" + value + "\"");
        }
    }
}
