package io.silverdata.contract.adapters.radius.internal.session;

/** The requests of RFC 5176. */
enum RequestType {
    /** Disconnect-Request. */
    DISCONNECT("disconnect"),
    /** CoA-Request. */
    CHANGE("change");

    private final String text;

    RequestType(String text) {
        this.text = text;
    }

    /** For people. */
    @Override
    public String toString() {
        return text;
    }
}
