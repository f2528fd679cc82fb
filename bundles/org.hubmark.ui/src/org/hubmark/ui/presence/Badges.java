package org.hubmark.ui.presence;

import java.util.List;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import org.hubmark.ui.reading.model.Palette;

/**
 * Small signs in the labels of a tree or table: the initials of colleagues in their colours, and a dot for what is new.
 * Display thread; its colours go with the control.
 */
public final class Badges {

    private static final String DOT = "● ";

    private final Control control;
    private final LocalResourceManager colours;

    public Badges(Control control) {
        this.control = control;
        colours = new LocalResourceManager(JFaceResources.getResources(), control);
    }

    /** A text after a dot, if it is about something new, and the initials of some; so they are seen in any width. */
    public StyledString before(StyledString text, boolean isNew, List<Colleague> colleagues) {
        Palette palette = palette();
        StyledString result = new StyledString();
        if (isNew) {
            result.append(DOT, new Coloured(null, colour(palette.link())));
        }
        for (Colleague colleague : colleagues) {
            int fill = palette.line(colleague.colour());
            result.append('\u00A0' + colleague.initials() + '\u00A0',
                    new Coloured(colour(fill), colour(Palette.ink(fill)))).append(" ");
        }
        return result.append(text);
    }

    private static final class Coloured extends StyledString.Styler {

        private final Color background;
        private final Color foreground;

        Coloured(Color background, Color foreground) {
            this.background = background;
            this.foreground = foreground;
        }

        @Override
        public void applyStyles(TextStyle style) {
            style.background = background;
            style.foreground = foreground;
        }
    }

    private Palette palette() {
        return Palette.of(rgb(control.getBackground()), rgb(control.getForeground()),
                control.getDisplay().getHighContrast());
    }

    private static int rgb(Color color) {
        return color.getRed() << 16 | color.getGreen() << 8 | color.getBlue();
    }

    private Color colour(int rgb) {
        return colours.create(ColorDescriptor.createFrom(new RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)));
    }
}
