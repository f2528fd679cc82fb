package org.hubmark.ui.element;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;
import org.hubmark.model.HubmarkPackage.Literals;
import org.hubmark.ui.element.TableField.Column;

/** The facts of an element. One without evidence is shown as such. */
record FactsTable(FormContext context, Element element) {

    TableField create(Composite parent) {
        Messages messages = Messages.of(FactsTable.class);
        Quantities quantities = new Quantities(context, Literals.FACT__QUANTITY);
        TableField table = new TableField(context, element::getFacts, List.of(
                column(messages.get("column.key"), 4, Literals.FACT__KEY),
                column(messages.get("column.text"), 8, Literals.FACT__TEXT),
                new Column(messages.get("column.quantity"), 4, quantities::read, quantities::write),
                new Column(messages.get("column.reference"), 4, f -> reference((Fact) f), null),
                new Column(messages.get("column.evidence"), 2, context::evidenceOf, null)));
        return table.create(parent, () -> context.session().execute(messages.get("fact.add"), ElementCommands.addFact(
                context.session(), Session.id(element), messages.get("fact.key"), messages.get("fact.text"), null)));
    }

    private String reference(Fact fact) {
        return fact.getReference() == null ? "" : context.names().of(fact.getReference());
    }

    private Column column(String title, int weight, EAttribute attribute) {
        return new Column(title, weight, o -> (String) o.eGet(attribute), (o, text) ->
                context.edit(o).set(attribute, text));
    }
}
