package org.hubmark.ui.briefing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Rights;
import org.hubmark.ui.Selections;
import org.hubmark.ui.Tooltips;
import org.hubmark.ui.model.Counts;
import org.hubmark.ui.transfer.ImportBriefings;

/** The inside of the Briefings view for one session. Display thread. */
final class BriefingsPage implements SessionListener {

    private static final String PASSAGES = """
            select edition, count(*) from v_passage where project = :project group by edition""";

    /** Width of a column in characters, per weight. */
    private static final int CHARS = 3;

    private final Session session;
    private final Selections selections;
    private final Composite control;
    private final Text filter;
    private final TableViewer viewer;
    private final Coalescer refresh;
    private final Counts counts;
    private final Messages messages = Messages.of(BriefingsPage.class);

    BriefingsPage(Composite parent, Session session, Selections selections) {
        this.session = session;
        this.selections = selections;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        filter = new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(messages.get("briefings.filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        Composite holder = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        createColumns(holder);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.addSelectionChangedListener(e -> selections.setSelection(
                new StructuredSelection(viewer.getStructuredSelection().toList())));
        refresh = new Coalescer(control, this::refresh);
        counts = new Counts(session, PASSAGES, refresh::signal);
        filter.addModifyListener(e -> refresh.signal());
        acceptFiles();
        session.addListener(this);
        control.addDisposeListener(e -> {
            session.removeListener(this);
            counts.stop();
        });
        counts.count();
        refresh();
    }

    Composite control() {
        return control;
    }

    Session session() {
        return session;
    }

    TableViewer viewer() {
        return viewer;
    }

    List<UUID> shown() {
        return briefings().stream().map(Briefing::id).toList();
    }

    private void createColumns(Composite holder) {
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, messages.get("briefings.title"), 10, SWT.LEAD, Briefing::title);
        column(layout, messages.get("briefings.passages"), 4, SWT.TRAIL, this::passages);
        column(layout, messages.get("briefings.published"), 4, SWT.LEAD, Briefing::published);
        column(layout, messages.get("briefings.publisher"), 6, SWT.LEAD, Briefing::publisher);
        column(layout, messages.get("briefings.editions"), 3, SWT.TRAIL,
                b -> String.valueOf(session.editions(b.id()).size()));
    }

    private void column(TableColumnLayout layout, String title, int weight, int style, Function<Briefing,
            String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, style);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        int least = new PixelConverter(viewer.getTable()).convertWidthInCharsToPixels(weight * CHARS);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least, true));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object briefing) {
                return orEmpty(text.apply((Briefing) briefing));
            }

            @Override
            public String getToolTipText(Object briefing) {
                return tooltip((Briefing) briefing);
            }
        });
    }

    /** Title, publisher and date in full, as far as they are known. */
    private static String tooltip(Briefing briefing) {
        return Tooltips.of(Stream.of(briefing.title(), briefing.publisher(), briefing.published())
                .filter(Objects::nonNull).collect(Collectors.joining("\n")));
    }

    private String passages(Briefing briefing) {
        Map<UUID, Integer> known = counts.known();
        int count = session.editions(briefing.id()).stream().mapToInt(e -> known.getOrDefault(e.id(), 0)).sum();
        return counts.isReady() ? String.valueOf(count) : "…";
    }

    private void refresh() {
        StructuredSelection selected = new StructuredSelection(viewer.getStructuredSelection().toList());
        viewer.setInput(briefings());
        viewer.setSelection(selected);
    }

    private List<Briefing> briefings() {
        String typed = filter.getText().strip().toLowerCase(Locale.ROOT);
        return session.briefings().stream().filter(b -> (b.title() + ' ' + orEmpty(b.publisher()) + ' '
                + orEmpty(b.published())).toLowerCase(Locale.ROOT).contains(typed)).toList();
    }

    private void acceptFiles() {
        viewer.addDropSupport(DND.DROP_COPY | DND.DROP_DEFAULT, new Transfer[] {FileTransfer.getInstance()},
                new DropTargetAdapter() {
                    @Override
                    public void dragEnter(DropTargetEvent event) {
                        event.detail = Rights.mayEdit(session) ? DND.DROP_COPY : DND.DROP_NONE;
                    }

                    @Override
                    public void drop(DropTargetEvent event) {
                        if (event.data instanceof String[] files && Rights.mayEdit(session)) {
                            new ImportBriefings(session).start(Arrays.stream(files).map(Path::of).toList());
                        }
                    }
                });
    }

    @Override
    public void changed(Set<UUID> objects) {
        refresh.signal();
    }

    @Override
    public void syncStateChanged(SyncState state) {
        if (state.kind() == SyncState.Kind.SYNCED) {
            counts.count();
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
