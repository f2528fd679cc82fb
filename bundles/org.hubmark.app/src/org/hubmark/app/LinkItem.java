package org.hubmark.app;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.hubmark.ui.Icons;

/** A part of the status line that is there only while it has something to say, with a link. Display thread. */
final class LinkItem extends ContributionItem {

    private static final int GAP = 4;

    private final Icons icon;
    private String text = "";
    private String tooltip = "";
    private Runnable action = () -> { };

    LinkItem(String id, Icons icon) {
        super(id);
        this.icon = icon;
        setVisible(false);
    }

    @Override
    public void fill(Composite parent) {
        new Label(parent, SWT.SEPARATOR);
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(GAP, 0).margins(GAP, 1).applyTo(box);
        Label picture = new Label(box, SWT.NONE);
        picture.setImage(new LocalResourceManager(JFaceResources.getResources(), box).create(icon.descriptor()));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(false, true).applyTo(picture);
        Link link = new Link(box, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(false, true).applyTo(link);
        link.setText(text);
        link.setToolTipText(tooltip.replace("&", "&&"));
        link.addListener(SWT.Selection, e -> action.run());
    }

    /**
     * Says something else; an empty text takes it away.
     *
     * @param link the text, with what can be clicked between {@code <a>} and {@code </a>}
     */
    void say(String link, String detail, Runnable whenClicked) {
        action = whenClicked;
        if (!link.equals(text) || !detail.equals(tooltip)) {
            text = link;
            tooltip = detail;
            setVisible(!link.isEmpty());
            if (getParent() != null) {
                getParent().update(true);
            }
        }
    }

    void clear() {
        say("", "", () -> { });
    }
}
