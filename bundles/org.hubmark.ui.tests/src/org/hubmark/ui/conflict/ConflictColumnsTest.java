package org.hubmark.ui.conflict;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.ui.TeamTest;
import org.hubmark.ui.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictColumnsTest extends TeamTest {

    private static final int NARROW = 260;

    private final Shell shell = new Shell(Display.getDefault());
    private ConflictView conflict;
    private Table table;

    @BeforeEach
    void aConflictInANarrowFolder() throws Exception {
        conflict();
        Decisions decisions = new Decisions(ada);
        conflict = decisions.listed(true).getFirst();
        shell.setLayout(new FillLayout());
        Composite holder = new Composite(shell, SWT.NONE);
        TableViewer viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        new ConflictColumns(decisions).create(viewer, holder);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setInput(List.of(conflict));
        table = viewer.getTable();
        shell.setSize(NARROW, NARROW);
        shell.open();
        shell.layout(true, true);
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void inANarrowFolderTheListScrollsAndWhatIsShortIsWhole() {
        int all = Stream.of(table.getColumns()).mapToInt(TableColumn::getWidth).sum();
        assertTrue(all > NARROW, all + " pixels");
        GC gc = new GC(table);
        List<String> cut = IntStream.range(0, table.getColumnCount())
                .filter(i -> gc.textExtent(table.getItem(0).getText(i)).x > table.getColumn(i).getWidth())
                .mapToObj(i -> table.getColumn(i).getText()).toList();
        gc.dispose();
        assertTrue(cut.isEmpty(), () -> "cut: " + cut);
    }

    @Test
    void theToolTipSaysInFullWhatTheCellSaysAndWhatItIsAllAbout() {
        String when = Times.ofUser().of(conflict.created());
        String tip = ConflictColumns.tip(conflict, when);
        assertTrue(tip.startsWith(when), tip);
        assertTrue(tip.replace("\n", "").contains(conflict.text().replace("\n", "")), tip);
    }
}
