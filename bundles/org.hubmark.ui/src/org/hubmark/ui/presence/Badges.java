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

    /** The text with the initials of those behind it. */
    public StyledString append(StyledString text, List<Colleague> colleagues) {
        Palette palette = palette();
        for (Colleague colleague : colleagues) {
            int fill = palette.line(colleague.colour());
            text.append("  ").append('\u00A0' + colleague.initials() + '\u00A0', new StyledString.Styler() {
                @Override
                public void applyStyles(TextStyle style) {
                    style.background = colour(fill);
                    style.foreground = colour(Palette.ink(fill));
                }
            });
        }
        return text;
    }

    /** A text, after a dot if it is about something new. */
    public StyledString dotted(String text, boolean isNew) {
        StyledString result = new StyledString();
        if (isNew) {
            int link = palette().link();
            result.append(DOT, new StyledString.Styler() {
                @Override
                public void applyStyles(TextStyle style) {
                    style.foreground = colour(link);
                }
            });
        }
        return result.append(text);
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
