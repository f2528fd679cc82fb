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
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
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
import org.hubmark.ui.ColumnMemory;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.Selections;
import org.hubmark.ui.Tooltips;
import org.hubmark.ui.model.Counts;
import org.hubmark.ui.presence.Badges;
import org.hubmark.ui.presence.Colleague;
import org.hubmark.ui.presence.Colleagues;
import org.hubmark.ui.transfer.ImportBriefings;

/** The inside of the Briefings view for one session. Display thread. */
final class BriefingsPage implements SessionListener {

    private static final String PASSAGES = """
            select edition, count(*) from v_passage where project = :project group by edition""";

    private final Session session;
    private final Selections selections;
    private final Composite control;
    private final Text filter;
    private final TableViewer viewer;
    private final Coalescer refresh;
    private final Counts counts;
    private final UnreadBriefings unread;
    private final Messages messages = Messages.of(BriefingsPage.class);
    private ColumnMemory memory;
    private Colleagues colleagues;

    BriefingsPage(Composite parent, Session session, Selections selections) {
        this.session = session;
        this.selections = selections;
        colleagues = Colleagues.of(session);
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        refresh = new Coalescer(control, this::refresh);
        filter = new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(messages.get("briefings.filter"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        Composite holder = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        unread = new UnreadBriefings(session, refresh::signal);
        createColumns(holder);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.addSelectionChangedListener(e -> selections.setSelection(
                new StructuredSelection(viewer.getStructuredSelection().toList())));
        counts = new Counts(session, PASSAGES, refresh::signal);
        filter.addModifyListener(e -> refresh.signal());
        acceptFiles();
        session.addListener(this);
        control.addDisposeListener(e -> {
            session.removeListener(this);
            counts.stop();
        });
        counts.count();
        unread.refresh();
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
        memory = new ColumnMemory(DialogSizes.of(BriefingsPage.class), viewer.getTable());
        titles(layout);
        column(layout, messages.get("briefings.passages"), 4, SWT.TRAIL, this::passages);
        column(layout, messages.get("briefings.published"), 4, SWT.LEAD, Briefing::published);
        column(layout, messages.get("briefings.publisher"), 6, SWT.LEAD, Briefing::publisher);
        column(layout, messages.get("briefings.editions"), 3, SWT.TRAIL,
                b -> String.valueOf(session.editions(b.id()).size()));
        memory.order();
    }

    /** With a dot for what is new, and the initials of who has it open. */
    private void titles(TableColumnLayout layout) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEAD);
        column.getColumn().setText(messages.get("briefings.title"));
        column.getColumn().setMoveable(true);
        memory.place(layout, column.getColumn(), 10);
        Badges badges = new Badges(viewer.getTable());
        column.setLabelProvider(new DelegatingStyledCellLabelProvider(new Titles(badges)) {
            @Override
            public String getToolTipText(Object briefing) {
                return tooltip((Briefing) briefing);
            }
        });
    }

    private final class Titles extends LabelProvider implements IStyledLabelProvider {

        private final Badges badges;

        Titles(Badges badges) {
            this.badges = badges;
        }

        @Override
        public StyledString getStyledText(Object object) {
            Briefing briefing = (Briefing) object;
            return badges.before(new StyledString(briefing.title()), unread.contains(briefing.id()),
                    colleagues.in(briefing));
        }
    }

    private void column(TableColumnLayout layout, String title, int weight, int style, Function<Briefing,
            String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, style);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        memory.place(layout, column.getColumn(), weight);
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

    /** Title, publisher and date in full, as far as they are known; who is there, and whether there is anything new. */
    private String tooltip(Briefing briefing) {
        List<Colleague> here = colleagues.in(briefing);
        return Tooltips.of(Stream.of(briefing.title(), briefing.publisher(), briefing.published(),
                unread.contains(briefing.id()) ? messages.get("briefings.unread") : null,
                here.isEmpty() ? null : messages.get("briefings.here", Colleagues.names(here)))
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
                        event.detail = DND.DROP_COPY;
                    }

                    @Override
                    public void drop(DropTargetEvent event) {
                        if (event.data instanceof String[] files) {
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
    public void unreadChanged() {
        unread.refresh();
    }

    @Override
    public void presentChanged() {
        colleagues = Colleagues.of(session);
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
