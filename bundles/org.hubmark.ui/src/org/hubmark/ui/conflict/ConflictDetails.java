package org.hubmark.ui.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.conflict.ConflictView.Item;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.Times;

/**
 * One conflict in full: each thing to decide with what both started from, the author's side and the one that stands, side
 * by side; below it all that the author's step comes to. Display thread.
 */
final class ConflictDetails {

    private static final int COLUMNS = 3;
    private static final int WIDTH = 110;

    private final Decisions decisions;
    private final Consumer<Item> jump;
    private final Runnable chosen;
    private final ScrolledComposite scroller;
    private final Times times = Times.ofUser();
    private final Messages messages = Messages.of(ConflictDetails.class);
    private final List<Button> mine = new ArrayList<>();
    private Composite content;

    ConflictDetails(Composite parent, Decisions decisions, Consumer<Item> jump, Runnable chosen) {
        this.decisions = decisions;
        this.jump = jump;
        this.chosen = chosen;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.addListener(SWT.Resize, e -> fit());
        scroller.getVerticalBar().setIncrement(20);
        show(null);
    }

    Control control() {
        return scroller;
    }

    /** The items of which the author's side is chosen now. */
    Set<Integer> chosenMine() {
        return IntStream.range(0, mine.size()).filter(i -> mine.get(i).getSelection()).boxed()
                .collect(Collectors.toSet());
    }

    /** Whether a side is chosen of every item. */
    boolean isComplete() {
        return !mine.isEmpty() && mine.stream().allMatch(b -> b.getSelection() || ((Button) b.getData()).getSelection());
    }

    /** Shows a conflict, or a hint for null. */
    void show(ConflictView conflict) {
        if (content != null) {
            content.dispose();
        }
        mine.clear();
        content = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(1).spacing(0, 4).applyTo(content);
        if (conflict == null) {
            wrapped(content, messages.get("details.hint"));
        } else {
            for (int i = 0; i < conflict.items().size(); i++) {
                item(conflict, conflict.items().get(i));
            }
            wrapped(content, conflict.text());
            work(conflict);
        }
        scroller.setContent(content);
        fit();
    }

    private void item(ConflictView conflict, Item item) {
        Composite box = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).equalWidth(true).margins(0, 2).applyTo(box);
        heading(box, item);
        side(box, messages.get("details.base"), null, item.base());
        boolean open = conflict.isOpen() && decisions.areAllowed();
        Button one = side(box, decisions.isOwn(conflict) ? messages.get("details.mine", times.of(conflict.created()))
                : messages.get("details.author", conflict.author(), times.of(conflict.created())), open, item.mine());
        Button other = side(box, messages.get("details.theirs", item.who(), times.of(item.when())), open,
                item.theirs());
        one.setData(other);
        exclude(one, other);
        exclude(other, one);
        mine.add(one);
        new Label(content, SWT.SEPARATOR | SWT.HORIZONTAL)
                .setLayoutData(GridDataFactory.fillDefaults().grab(true, false).create());
    }

    private void heading(Composite box, Item item) {
        String what = item.feature() == null ? messages.get("details.object", item.type(), item.name())
                : messages.get("details.feature", item.type(), item.name(), item.feature());
        Link link = new Link(box, SWT.WRAP);
        link.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        String shown = what.replace("&", "&&").replace("<", "‹").replace(">", "›");
        link.setText(item.living() ? "<a>" + shown + "</a>" : shown);
        link.setToolTipText(item.text().replace("&", "&&"));
        link.addListener(SWT.Selection, e -> jump.accept(item));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(link);
    }

    /** A side with its value; with a radio button if it can be chosen. */
    private Button side(Composite box, String title, Boolean choosable, String value) {
        Composite side = new Composite(box, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(side);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(side);
        Button button = null;
        if (choosable == null) {
            wrapped(side, title);
        } else {
            button = new Button(side, SWT.RADIO | SWT.WRAP);
            button.setText(title.replace("&", "&&"));
            GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(button);
            button.setEnabled(choosable);
            button.addListener(SWT.Selection, e -> chosen.run());
        }
        wrapped(side, value == null ? messages.get("details.nothing") : value);
        return button;
    }

    /** The buttons of one item stand in different parents, so they don't exclude each other by themselves. */
    private static void exclude(Button button, Button other) {
        button.addListener(SWT.Selection, e -> other.setSelection(!button.getSelection()));
    }

    private void work(ConflictView conflict) {
        if (!conflict.work().isEmpty()) {
            String lines = conflict.work().stream().map(ChangeLine::text).collect(Collectors.joining("\n"));
            String rest = conflict.more() == 0 ? "" : '\n' + messages.get("details.more", conflict.more());
            wrapped(content, messages.get("details.work", conflict.steps()) + '\n' + lines + rest);
        }
    }

    private static void wrapped(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
    }

    private void fit() {
        int width = Math.max(COLUMNS * WIDTH, scroller.getClientArea().width);
        scroller.setMinSize(content.computeSize(width, SWT.DEFAULT));
    }
}
