package io.silverdata.contract.examples.console.support;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as somebody opened it: with its hidden key and version, to be filled in and sent, once or more often. Immutable. */
public final class Filled {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(key|version)\" value=\"([^\"]*)\">");

    private final Visitor visitor;
    private final String page;
    private final String action;
    private final Map<String, String> values;

    private Filled(Visitor visitor, String page, String action, Map<String, String> values) {
        this.visitor = visitor;
        this.page = page;
        this.action = action;
        this.values = Map.copyOf(values);
    }

    /** Opens the form of a page that is sent to the page's own address. */
    public static Filled open(Visitor visitor, String page) {
        return open(visitor, page, page);
    }

    /** Opens the form of a page that is sent elsewhere. */
    public static Filled open(Visitor visitor, String page, String action) {
        return new Filled(visitor, page, action, hidden(page, action, visitor.get(page)));
    }

    private static Map<String, String> hidden(String page, String action, Visitor.Answer answer) {
        String body = answer.body();
        int form = body.indexOf("method=\"post\" action=\"" + action + "\"");
        if (form < 0) {
            throw new IllegalStateException(page + " has no form for " + action + ": " + answer.status());
        }
        Map<String, String> values = new HashMap<>();
        Matcher field = HIDDEN.matcher(body).region(form, body.indexOf("</form>", form));
        while (field.find()) {
            values.put(field.group(1), field.group(2));
        }
        return values;
    }

    /** The same with a field filled in. */
    public Filled with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Filled(visitor, page, action, more);
    }

    /** The same as the server showed it again, with its hidden fields and what was typed. */
    public Filled again(Visitor.Answer shown) {
        Map<String, String> more = new HashMap<>(values);
        more.putAll(hidden(page, action, shown));
        return new Filled(visitor, page, action, more);
    }

    /** A hidden field. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public Visitor.Answer send() {
        return visitor.post(page, action, values);
    }
}
