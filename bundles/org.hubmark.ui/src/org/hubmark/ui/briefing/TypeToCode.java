package org.hubmark.ui.briefing;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;

/** Select, type two letters of a code or an element, Enter: a letter typed into the text opens the bar. */
final class TypeToCode {

    private final BriefingPage page;

    TypeToCode(BriefingPage page) {
        this.page = page;
    }

    void install() {
        page.view().control().addKeyListener(KeyListener.keyPressedAdapter(this::keyPressed));
    }

    private void keyPressed(KeyEvent e) {
        boolean plain = (e.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) == 0;
        if (plain && Character.isLetterOrDigit(e.character) && page.mayEdit()
                && !page.target().isEmpty()) {
            e.doit = false;
            PassageHandlers.code(page, String.valueOf(e.character));
        }
    }
}
