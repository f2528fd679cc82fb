package org.hubmark.ui.element;

/** A part of the form that shows something of the model and can be brought up to date. Display thread. */
@FunctionalInterface
interface FormField {

    /** Shows the model as it is now; an edit that is going on in it stays. */
    void refresh();
}
