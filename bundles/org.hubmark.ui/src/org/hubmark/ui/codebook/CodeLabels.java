package org.hubmark.ui.codebook;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.ui.Tooltips;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.presence.TeamSigns;

/** Codes with a swatch of their colour and how often they are used. */
final class CodeLabels extends DelegatingStyledCellLabelProvider {

    private final TeamSigns signs;

    /** @param counts how many passages have each code; codes that none has are not in it */
    CodeLabels(Names names, Supplier<Map<UUID, Integer>> counts, TeamSigns signs) {
        super(new Styled(names, counts, signs));
        this.signs = signs;
    }

    /** The name in full: the view may be too narrow for it. */
    @Override
    public String getToolTipText(Object code) {
        return Tooltips.of(signs.tooltip(((Styled) getStyledStringProvider()).text((Code) code).getString(),
                Session.id((Code) code)));
    }

    /** A colour as the model keeps it, #RRGGBB; grey for anything else. */
    static RGB rgb(String color) {
        if (color == null || !color.matches("#[0-9A-Fa-f]{6}")) {
            return new RGB(128, 128, 128);
        }
        int value = Integer.parseInt(color.substring(1), 16);
        return new RGB(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    private static final class Styled extends LabelProvider implements IStyledLabelProvider {

        private static final int SWATCH = 12;
        private static final int SIZE = 16;

        private final Names names;
        private final Supplier<Map<UUID, Integer>> counts;
        private final TeamSigns signs;
        private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

        Styled(Names names, Supplier<Map<UUID, Integer>> counts, TeamSigns signs) {
            this.names = names;
            this.signs = signs;
            this.counts = counts;
        }

        @Override
        public StyledString getStyledText(Object code) {
            return signs.on(text((Code) code), Session.id((Code) code));
        }

        StyledString text(Code code) {
            int count = counts.get().getOrDefault(Session.id(code), 0);
            StyledString text = new StyledString(names.of(code));
            return count == 0 ? text : text.append("  " + count, StyledString.COUNTER_STYLER);
        }

        @Override
        public Image getImage(Object object) {
            return images.get(new Swatch(rgb(((Code) object).getColor())));
        }

        @Override
        public void dispose() {
            images.dispose();
            super.dispose();
        }

        /** Equal colours share one image. */
        private static final class Swatch extends ImageDescriptor {

            private final RGB rgb;

            Swatch(RGB rgb) {
                this.rgb = rgb;
            }

            @Override
            public ImageData getImageData(int zoom) {
                int size = SIZE * zoom / 100;
                int border = (SIZE - SWATCH) / 2 * zoom / 100;
                ImageData data = new ImageData(size, size, 24, new PaletteData(0xff0000, 0xff00, 0xff));
                int pixel = data.palette.getPixel(rgb);
                for (int y = 0; y < size; y++) {
                    for (int x = 0; x < size; x++) {
                        boolean inside = x >= border && y >= border && x < size - border && y < size - border;
                        data.setPixel(x, y, pixel);
                        data.setAlpha(x, y, inside ? 255 : 0);
                    }
                }
                return data;
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Swatch swatch && swatch.rgb.equals(rgb);
            }

            @Override
            public int hashCode() {
                return rgb.hashCode();
            }
        }
    }
}
