package org.hubmark.ui.briefing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.command.EvidenceTarget;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.ui.evidence.DraggedPassage;
import org.hubmark.ui.model.HubTree;
import org.hubmark.ui.reading.ReadingView.Dragged;

/**
 * A passage can be dragged out of the text, and codes and elements dropped on what is selected in it. Display thread.
 */
final class PassageDrag {

    private final BriefingPage page;

    PassageDrag(BriefingPage page) {
        this.page = page;
    }

    void install() {
        DragSource source = new DragSource(page.view().control(), DND.DROP_COPY | DND.DROP_LINK);
        source.addDragListener(new Source(source));
        DropTarget target = new DropTarget(page.view().control(), DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(LocalSelectionTransfer.getTransfer());
        target.addDropListener(new Target());
    }

    private final class Source extends DragSourceAdapter {

        private final DragSource source;
        private Optional<Dragged> dragged = Optional.empty();

        Source(DragSource source) {
            this.source = source;
        }

        @Override
        public void dragStart(DragSourceEvent event) {
            dragged = page.document().flatMap(d -> page.view().dragged());
            event.doit = dragged.isPresent();
            source.setTransfer(page.mayEdit()
                    ? new Transfer[] {LocalSelectionTransfer.getTransfer(), TextTransfer.getInstance()}
                    : new Transfer[] {TextTransfer.getInstance()});
            dragged.ifPresent(d ->
                    LocalSelectionTransfer.getTransfer().setSelection(new StructuredSelection(carried(d))));
        }

        private DraggedPassage carried(Dragged what) {
            return target -> page.reveal(page.actions().orElseThrow()
                    .link(what.source(), List.of(), EvidenceTarget.of(target), Stance.SUPPORTS));
        }

        @Override
        public void dragSetData(DragSourceEvent event) {
            event.data = LocalSelectionTransfer.getTransfer().isSupportedType(event.dataType)
                    ? LocalSelectionTransfer.getTransfer().getSelection() : dragged.map(Dragged::text).orElse("");
        }

        @Override
        public void dragFinished(DragSourceEvent event) {
            LocalSelectionTransfer.getTransfer().setSelection(null);
        }
    }

    private final class Target extends DropTargetAdapter {

        @Override
        public void dragOver(DropTargetEvent event) {
            boolean possible = page.mayEdit() && droppable().isPresent() && !page.target().isEmpty();
            event.detail = possible ? DND.DROP_COPY : DND.DROP_NONE;
        }

        @Override
        public void drop(DropTargetEvent event) {
            droppable().ifPresent(this::apply);
        }

        private void apply(EObject object) {
            PassageActions actions = page.actions().orElseThrow();
            UUID id = Session.id(object);
            page.reveal(object instanceof Code ? actions.code(page.target(), id)
                    : actions.link(page.target(), List.of(), EvidenceTarget.of(id), Stance.SUPPORTS));
        }

        private Optional<EObject> droppable() {
            if (!(LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection)) {
                return Optional.empty();
            }
            return switch (selection.getFirstElement()) {
                case Code code -> Optional.of(code);
                case Element element -> Optional.of(element);
                case HubTree.Leaf leaf -> Optional.of(leaf.element());
                case null, default -> Optional.empty();
            };
        }
    }
}
