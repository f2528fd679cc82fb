package org.hubmark.ui.reading;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleAttributeAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleTextAttributeEvent;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.reading.Mark.Label;
import org.hubmark.ui.reading.model.PlacedMark;

/** Tells screen readers what a bare canvas hides: that this is text, its name, and the marks on it. Display thread. */
final class ReadingAccessibility {

    private final Interaction view;

    ReadingAccessibility(Interaction view) {
        this.view = view;
        Accessible accessible = view.canvas().getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.of(ReadingAccessibility.class).get("reading.name");
            }
        });
        accessible.addAccessibleControlListener(new Role());
        accessible.addAccessibleTextListener(new AccessibleReadingText(view));
        accessible.addAccessibleAttributeListener(new AccessibleAttributeAdapter() {
            @Override
            public void getTextAttributes(AccessibleTextAttributeEvent event) {
                attributes(event);
            }
        });
        view.observeCaret(() -> view.page().ifPresent(page -> {
            accessible.textCaretMoved(page.caret().caret());
            accessible.textSelectionChanged();
        }));
    }

    /** Says that the canvas is text that can be read and selected. */
    private final class Role extends AccessibleControlAdapter {
        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = ACC.ROLE_TEXT;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = ACC.STATE_READONLY | ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE
                    | (view.canvas().isFocusControl() ? ACC.STATE_FOCUSED : 0);
        }
    }

    /** The stretch around an offset with the same marks, and their labels. */
    private void attributes(AccessibleTextAttributeEvent event) {
        view.page().ifPresent(page -> {
            int offset = Math.clamp(event.offset, 0, page.text().text().length());
            List<PlacedMark<Mark>> marks = page.marks().at(offset);
            event.start = marks.stream().mapToInt(PlacedMark::start).max().orElse(offset);
            event.end = marks.stream().mapToInt(PlacedMark::end).min().orElse(offset + 1);
            String labels = marks.stream().flatMap(m -> m.mark().labels().stream()).map(Label::text)
                    .collect(Collectors.joining("; "));
            event.attributes = new String[] { "language", view.language(), "mark", labels };
        });
    }
}
