package org.hubmark.ui.activity;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.DialogSizes;

/** What the Activity view is filtered by: words, a member, the selected object. Remembered. Display thread. */
final class ActivityBar {

    private static final String MEMBER = "member";
    private static final String SELECTED = "selected";
    private static final int PAUSE_MS = 300;

    private final Text text;
    private final Combo member;
    private final Button selected;
    private final Button seen;
    private final Runnable changed;
    private final IDialogSettings settings = DialogSizes.of(ActivityBar.class);
    private final Messages messages = Messages.of(ActivityBar.class);
    private final SortedSet<String> names = new TreeSet<>();
    private long typed;

    ActivityBar(Composite parent, Runnable changed, Runnable markSeen) {
        this.changed = changed;
        Composite bar = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(4, 2).applyTo(bar);
        text = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(messages.get("bar.text"));
        text.addModifyListener(e -> typed());
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(text);
        member = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        member.setToolTipText(messages.get("bar.member"));
        member.addListener(SWT.Selection, e -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(member);
        selected = new Button(bar, SWT.CHECK);
        selected.setText(messages.get("bar.selected"));
        selected.setToolTipText(messages.get("bar.selected.tip"));
        selected.setSelection(settings != null && settings.getBoolean(SELECTED));
        selected.addListener(SWT.Selection, e -> changed.run());
        seen = new Button(bar, SWT.PUSH);
        seen.setText(messages.get("bar.seen"));
        seen.addListener(SWT.Selection, e -> markSeen.run());
        members(List.of());
        bar.addListener(SWT.Dispose, e -> keep());
    }

    private void keep() {
        if (settings != null) {
            settings.put(SELECTED, selected.getSelection());
            settings.put(MEMBER, author() == null ? "" : author());
        }
    }

    /** Asks only when the user stops typing for a moment: each answer is a query. */
    private void typed() {
        long mine = ++typed;
        text.getDisplay().timerExec(PAUSE_MS, () -> {
            if (mine == typed && !text.isDisposed()) {
                changed.run();
            }
        });
    }

    /** More names to choose from. Keeps the choice, at first the one of the last time. */
    void members(List<String> more) {
        String chosen = member.getItemCount() > 0 ? author() : settings == null ? null : settings.get(MEMBER);
        if (chosen != null && !chosen.isEmpty()) {
            names.add(chosen);
        }
        if (names.addAll(more) || member.getItemCount() == 0) {
            member.removeAll();
            member.add(messages.get("bar.all"));
            names.forEach(member::add);
            member.select(chosen == null || chosen.isEmpty() ? 0 : member.indexOf(chosen));
            member.requestLayout();
        }
    }

    String text() {
        return text.getText();
    }

    /** Null for all. */
    String author() {
        return member.getSelectionIndex() <= 0 ? null : member.getText();
    }

    boolean onlySelected() {
        return selected.getSelection();
    }

    void setOnlySelected(boolean only) {
        selected.setSelection(only);
    }

    /** Nothing else restricts what is listed. */
    void clear() {
        text.setText("");
        typed++;
        member.select(0);
    }

    void setUnread(boolean some) {
        seen.setEnabled(some);
    }

    void focus() {
        text.setFocus();
    }

    boolean isFiltering() {
        return !text().isBlank() || author() != null || onlySelected();
    }
}
