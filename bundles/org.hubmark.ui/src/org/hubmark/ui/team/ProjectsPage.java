package org.hubmark.ui.team;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.Role;
import org.hubmark.ui.NameDialog;

/** Which project of the database, or a new one. */
final class ProjectsPage extends GoalPage {

    private static final int LINES = 8;

    private TableViewer list;
    private Button create;

    ProjectsPage() {
        super("projects");
    }

    @Override
    boolean isThere() {
        return true;
    }

    @Override
    ProjectInfo project() {
        return (ProjectInfo) list.getStructuredSelection().getFirstElement();
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = body(parent);
        list = new TableViewer(body, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(LabelProvider.createTextProvider(p -> label((ProjectInfo) p)));
        list.addSelectionChangedListener(e -> setPageComplete(project() != null));
        list.addDoubleClickListener(e -> ((ConnectDialog) getContainer()).finish());
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(SWT.DEFAULT, list.getTable().getItemHeight() * LINES).applyTo(list.getTable());
        create = new Button(body, SWT.PUSH);
        create.setText(messages().get("projects.new"));
        create.addListener(SWT.Selection, e -> create());
        setButtonLayoutData(create);
        GridDataFactory.createFrom((GridData) create.getLayoutData()).align(SWT.FILL, SWT.BEGINNING).applyTo(create);
    }

    private String label(ProjectInfo project) {
        return messages().get("projects.project", project.name(), project.revision());
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show(null);
            Member member = connection().member();
            create.setEnabled(member.role().atLeast(Role.ANALYST));
            calm(connection().projects().isEmpty() ? messages().get("projects.none")
                    : messages().get("projects.member", member.name(), Roles.name(member.role())));
        }
        super.setVisible(visible);
        if (visible) {
            list.getTable().setFocus();
        }
    }

    private void show(ProjectInfo chosen) {
        list.setInput(connection().projects());
        ProjectInfo first = chosen != null ? chosen : connection().projects().stream().findFirst().orElse(null);
        list.setSelection(first == null ? StructuredSelection.EMPTY : new StructuredSelection(first), true);
        setPageComplete(first != null);
    }

    private void create() {
        NameDialog dialog = new NameDialog(getShell(), messages().get("projects.new.title"),
                messages().get("projects.new.name"), "", null);
        if (dialog.open() == Window.OK) {
            ProjectInfo[] made = new ProjectInfo[1];
            if (run(messages().get("projects.job", dialog.name()),
                    monitor -> made[0] = connection().create(dialog.name(), monitor))) {
                show(made[0]);
            }
        }
    }
}
