package org.hubmark.ui.team;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.replica.ReplicatedStore;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.ui.DialogLabels;

/** How far the store is behind, as it happens: what is waiting, why, and a way to try again now. */
final class SyncDialog extends StoreDialog implements SessionListener {

    private static final int LINES = 8;
    private static final int RETRY_ID = IDialogConstants.CLIENT_ID;
    private static final int REPLICA_ID = IDialogConstants.CLIENT_ID + 1;
    private static final int TIME_BITS = 16;
    private static final int TIME_WIDTH = 1;
    private static final int LABEL_WIDTH = 2;

    private final Session session;
    private final Runnable reopen;
    private TableViewer waiting;
    private Label replica;

    /** @param reopen opens the project again */
    SyncDialog(Shell parent, Session session, Runnable reopen) {
        super(parent, Messages.of(SyncDialog.class).get("sync.title"), "");
        this.session = session;
        this.reopen = reopen;
    }

    @Override
    int columns() {
        return 1;
    }

    @Override
    void fill(Composite body) {
        label(body, messages().get("sync.waiting"));
        Composite room = new Composite(body, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        room.setLayout(layout);
        waiting = new TableViewer(room, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        waiting.setContentProvider(ArrayContentProvider.getInstance());
        waiting.getTable().setHeaderVisible(true);
        column(layout, messages().get("sync.when"), TIME_WIDTH, set -> time(set.id()));
        column(layout, messages().get("sync.what"), LABEL_WIDTH, ChangeSet::label);
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS),
                waiting.getTable().getItemHeight() * LINES).applyTo(room);
        replica = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS), SWT.DEFAULT)
                .exclude(session.syncState().replica() == null).applyTo(replica);
    }

    private void column(TableColumnLayout layout, String title, int width, Function<ChangeSet, String> text) {
        TableViewerColumn column = new TableViewerColumn(waiting, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(set -> text.apply((ChangeSet) set)));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(width));
    }

    /** A change set has the time in its id, which is a UUID of version 7. */
    private String time(UUID id) {
        Instant when = Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_BITS);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(messages().locale()).format(when.atZone(ZoneId.systemDefault()));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        if (session.syncState().replica() != null) {
            createButton(parent, REPLICA_ID, messages().get("replica.make"), false);
        }
        createButton(parent, RETRY_ID, messages().get("sync.retry"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, "", true)
                .setText(DialogLabels.of(IDialogConstants.CLOSE_ID, ""));
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == REPLICA_ID && session.store() instanceof ReplicatedStore store) {
            makeOrStop(store);
        } else if (id == RETRY_ID && isOther()) {
            close();
            reopen.run();
        } else if (id == RETRY_ID) {
            session.tryAgain();
            setMessage(messages().get("sync.trying"), IMessageProvider.INFORMATION);
        } else {
            super.buttonPressed(id);
        }
    }

    private void makeOrStop(ReplicatedStore store) {
        if (isMaking()) {
            ReplicaJob.cancel(store);
        } else {
            new ReplicaJob(store, session.project().getName()).schedule();
        }
    }

    private boolean isMaking() {
        return session.syncState().replica().kind() == ReplicaState.Kind.MAKING;
    }

    /** Whether the server has another history than the session. */
    private boolean isOther() {
        return session.syncState().remedy() == SyncState.Remedy.REOPEN;
    }

    @Override
    public void create() {
        super.create();
        session.addListener(this);
        getShell().addDisposeListener(e -> session.removeListener(this));
        syncStateChanged(session.syncState());
    }

    @Override
    void check() {
        boolean away = session.syncState().kind() == SyncState.Kind.OFFLINE;
        if (getButton(RETRY_ID) != null) {
            say(getButton(RETRY_ID), isOther() ? "sync.reopen" : "sync.retry", away);
        }
        if (getButton(REPLICA_ID) != null) {
            say(getButton(REPLICA_ID), isMaking() ? "replica.stop" : "replica.make",
                    isMaking() || !away && session.syncState().replica().revision() == 0);
        }
    }

    private void say(Button button, String key, boolean enabled) {
        button.setText(messages().get(key));
        button.setEnabled(enabled);
        setButtonLayoutData(button);
    }

    @Override
    public void syncStateChanged(SyncState state) {
        waiting.setInput(session.waiting());
        replica.setText(ReplicaText.of(state.replica()));
        calm();
        switch (state.kind()) {
            case SYNCED -> setMessage(messages().get("sync.synced", state.revision()), IMessageProvider.NONE);
            case WAITING -> setMessage(messages().get("sync.sending", state.waiting()), IMessageProvider.NONE);
            case OFFLINE -> {
                explain(state.message());
                setMessage(messages().get(isOther() ? "sync.other" : "sync.offline"), IMessageProvider.WARNING);
            }
        }
        check();
    }
}
