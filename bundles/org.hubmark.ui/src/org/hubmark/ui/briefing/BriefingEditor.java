package org.hubmark.ui.briefing;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.EditorPart;
import org.hubmark.core.session.Session;
import org.hubmark.ui.ObjectInput;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.reading.ReadingView;

/** Reads one edition and marks passages in it. Its text never changes, so there is nothing to save. */
public final class BriefingEditor extends EditorPart implements Parts.Revealing {

    private final Selections selections = new Selections();
    private BriefingPage page;
    private UUID wanted;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        getSite().getService(IContextService.class).activateContext("org.hubmark.ui.reading");
        new PassageHandlers(this::page, getSite()).bind();
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
    }

    private Control createContent(Composite parent, Session session) {
        BriefingPage made = new BriefingPage(parent, session, selections);
        page = made;
        made.control().addDisposeListener(e -> {
            if (page == made) {
                page = null;
            }
        });
        new PassageDrag(made).install();
        new TypeToCode(made).install();
        MenuManager menu = new MenuManager();
        made.view().control().setMenu(menu.createContextMenu(made.view().control()));
        getEditorSite().registerContextMenu("org.hubmark.ui.briefing", menu, selections, false);
        ObjectInput input = (ObjectInput) getEditorInput();
        Optional.ofNullable(session.edition(input.id())).map(e -> session.briefing(e.briefing()))
                .ifPresent(b -> setPartName(b.title()));
        made.load(input.id());
        if (wanted != null) {
            made.reveal(wanted);
        }
        return made.control();
    }

    private Optional<BriefingPage> page() {
        return Optional.ofNullable(page);
    }

    /** The text, once the project is open. */
    public Optional<ReadingView> view() {
        return page().map(BriefingPage::view);
    }

    /** Whether there is a selection or a passage to do something with. */
    public boolean hasTarget() {
        return page().filter(p -> p.document().isPresent() && !p.target().isEmpty()).isPresent();
    }

    /** The passage that has the attention; a selection without one becomes one first. */
    public Optional<UUID> markTarget() {
        return page().filter(p -> hasTarget()).map(p -> {
            UUID passage = p.actions().orElseThrow().mark(p.target());
            p.reveal(passage);
            return passage;
        });
    }

    @Override
    public void reveal(UUID passage) {
        wanted = passage;
        page().ifPresent(p -> p.reveal(passage));
    }

    @Override
    public void setFocus() {
        page().ifPresent(p -> p.view().control().setFocus());
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("never dirty");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("not allowed");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
