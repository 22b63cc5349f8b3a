package io.silverdata.contract.examples.console.web;

/** A screen of the navigation. The controller of the screen implements it. */
public interface Screen {

    /** Where it is, such as {@code /contracts}. */
    String path();

    /** The key of its name in the messages is {@code nav.} and this. */
    String key();

    /** Its place in the navigation: smaller ones come first. */
    int order();

    /** Who sees it there. */
    default Role role() {
        return Role.LOOK;
    }
}
