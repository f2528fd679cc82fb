package org.hubmark.ui.transfer;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Revision;
import org.hubmark.ui.Times;

/**
 * The choice between the project as it is and as it was at a revision, with who made that, when and of what. An answer
 * that is outdated when it arrives is dropped. Display thread.
 */
final class RevisionChoice {

    private static final int PAUSE_MS = 200;
    private static final int LINES = 2;

    private final Session session;
    private final Consumer<List<ObjectState>> offer;
    private final Composite control;
    private final Button now;
    private final Button then;
    private final Spinner number;
    private final Label shown;
    private final Times times = Times.ofUser();
    private final Messages messages = Messages.of(RevisionChoice.class);
    private List<ObjectState> hubs = List.of();
    private boolean known;
    private long asked;

    /**
     * @param first what is chosen at first; empty for now
     * @param offer hears which hubs there are to choose from, and that it should be asked again whether that is known
     */
    RevisionChoice(Composite parent, Session session, OptionalLong first,
            Consumer<List<ObjectState>> offer) {
        this.session = session;
        this.offer = offer;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(control);
        now = radio(messages.get("report.now"));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(now);
        then = radio(messages.get("report.then"));
        number = new Spinner(control, SWT.BORDER);
        int newest = (int) Math.min(Integer.MAX_VALUE, session.revision());
        number.setValues((int) first.orElse(newest), 1, Math.max(1, newest), 0, 1, 10);
        number.addListener(SWT.Modify, e -> then());
        shown = new Label(control, SWT.WRAP);
        // what is said there comes when the dialog has its size already, and may need a second line
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
                .hint(1, new PixelConverter(shown).convertHeightInCharsToPixels(LINES)).applyTo(shown);
        now.setSelection(first.isEmpty());
        then.setSelection(first.isPresent());
    }

    private Button radio(String text) {
        Button button = new Button(control, SWT.RADIO);
        button.setText(text);
        button.addListener(SWT.Selection, e -> {
            if (button.getSelection()) {
                changed();
            }
        });
        return button;
    }

    Composite control() {
        return control;
    }

    /** The revision that is chosen; empty for now. */
    OptionalLong revision() {
        return then.getSelection() ? OptionalLong.of(number.getSelection()) : OptionalLong.empty();
    }

    /** Whether what is chosen is there and may be reported on. */
    boolean isKnown() {
        return known;
    }

    /** Who changes the number wants that revision. */
    private void then() {
        now.setSelection(false);
        then.setSelection(true);
        changed();
    }

    /** Finds out anew what there is to choose from. Asks for a revision only when the user stops at it for a moment. */
    void changed() {
        long mine = ++asked;
        if (now.getSelection()) {
            tell(true, "", RevisionReading.hubsNow(session));
            return;
        }
        tell(false, messages.get("report.reading"), hubs);
        control.getDisplay().timerExec(PAUSE_MS, () -> {
            if (mine == asked && !control.isDisposed()) {
                ask(mine);
            }
        });
    }

    private void ask(long mine) {
        RevisionReading.of(session, number.getSelection()).whenComplete((reading, failure) -> {
            if (mine != asked || control.isDisposed()) {
                return;
            }
            if (failure == null) {
                tell(true, words(reading.revision()), reading.hubs());
            } else {
                tell(false, messages.get("report.unreadable"), hubs);
            }
        });
    }

    private String words(Revision revision) {
        return messages.get("report.revision", revision.label(), revision.author(), times.inFull(revision.when()));
    }

    private void tell(boolean isKnown, String words, List<ObjectState> there) {
        known = isKnown;
        hubs = there;
        String plain = words.replace("&", "&&");
        shown.setText(plain);
        shown.setToolTipText(plain);
        offer.accept(there);
    }
}
