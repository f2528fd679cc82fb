package org.hubmark.ui.element;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.model.Relation;
import org.hubmark.ui.Parts;
import org.hubmark.ui.element.TableField.Column;

/** The relations from and to an element. Double click opens the other end. */
record RelationsTable(FormContext context, Element element) {

    TableField create(Composite parent) {
        Messages messages = Messages.of(RelationsTable.class);
        TableField table = new TableField(context, this::relations, List.of(
                new Column(messages.get("column.source"), 6, o -> name(((Relation) o).getSource()), null),
                new Column(messages.get("column.type"), 5, o -> name(((Relation) o).getType()), null),
                new Column(messages.get("column.target"), 6, o -> name(((Relation) o).getTarget()), null),
                new Column(messages.get("column.evidence"), 2, context::evidenceOf, null)));
        table.create(parent, () -> add(parent, messages));
        table.onOpen(o -> open((Relation) o));
        return table;
    }

    private void add(Composite parent, Messages messages) {
        RelationDialog dialog = new RelationDialog(parent.getShell(), context.session(), context.names(), element);
        if (dialog.open() == Dialog.OK) {
            context.session().execute(messages.get("relation.add"), ElementCommands.addRelation(context.session(),
                    Session.id(element), dialog.type(), dialog.target()));
        }
    }

    private void open(Relation relation) {
        Element other = relation.getSource() == element ? relation.getTarget() : relation.getSource();
        if (other != null) {
            Parts.openElement(Parts.activePage(), Session.id(other), context.names().of(other));
        }
    }

    private String name(EObject object) {
        return context.names().of(object);
    }

    private List<? extends EObject> relations() {
        return context.session().project().getHubModel().getElements().stream()
                .filter(e -> e instanceof Relation r && (r.getSource() == element || r.getTarget() == element))
                        .toList();
    }
}
