package org.hubmark.ui.evidence;

import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.EvidenceItem;
import org.hubmark.core.session.Session;
import org.hubmark.core.text.Quotes;
import org.hubmark.ui.Icons;
import org.hubmark.ui.Tooltips;
import org.hubmark.ui.model.Names;

/** The columns of the Evidence view. */
final class EvidenceColumns {

    private static final double PERCENT = 100.0;
    /** Least width of a column in characters, per weight. */
    private static final int CHARS = 2;

    private final Session session;
    private final Names names;
    private final Messages messages = Messages.of(EvidenceColumns.class);
    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    EvidenceColumns(Session session, Names names) {
        this.session = session;
        this.names = names;
    }

    void create(TableViewer viewer, Composite holder) {
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        holder.addDisposeListener(e -> images.dispose());
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(viewer, layout, messages.get("column.stance"), 6, i -> stance(i.evidence().stance()),
                i -> icon(i.evidence().stance()));
        column(viewer, layout, messages.get("column.quote"), 16, i -> Quotes.shown(i.passage().anchor().quote()),
                i -> null);
        column(viewer, layout, messages.get("column.target"), 9, this::target, i -> null);
        column(viewer, layout, messages.get("column.source"), 8, i -> i.briefing().title(), i -> null);
        column(viewer, layout, messages.get("column.place"), 3, this::place, i -> null);
        column(viewer, layout, messages.get("column.coder"), 3, i -> i.evidence().author(), i -> null);
    }

    private void column(TableViewer viewer, TableColumnLayout layout, String title, int weight,
            Function<EvidenceItem, String> text, Function<EvidenceItem, Icons> icon) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEAD);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        int least = new PixelConverter(viewer.getTable()).convertWidthInCharsToPixels(weight * CHARS);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least, true));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object item) {
                String value = text.apply((EvidenceItem) item);
                return value == null ? "" : value;
            }

            @Override
            public String getToolTipText(Object item) {
                return Tooltips.of(getText(item));
            }

            @Override
            public Image getImage(Object item) {
                Icons picture = icon.apply((EvidenceItem) item);
                return picture == null ? null : images.get(picture.descriptor());
            }
        });
    }

    private String stance(Stance stance) {
        return switch (stance) {
            case SUPPORTS -> messages.get("stance.supports");
            case CONTRADICTS -> messages.get("stance.contradicts");
            case MENTIONS -> messages.get("stance.mentions");
        };
    }

    private static Icons icon(Stance stance) {
        return switch (stance) {
            case SUPPORTS -> Icons.SUPPORTS;
            case CONTRADICTS -> Icons.CONTRADICTS;
            case MENTIONS -> Icons.MENTIONS;
        };
    }

    private String target(EvidenceItem item) {
        EObject object = session.find(item.evidence().target());
        if (object != null) {
            return names.of(object);
        }
        Briefing briefing = session.briefing(item.evidence().target());
        return briefing == null ? "" : briefing.title();
    }

    private String place(EvidenceItem item) {
        return messages.get("place", Math.round(item.passage().anchor().start() * PERCENT
                / Math.max(1, item.edition().length())));
    }
}
