package org.hubmark.ui.element;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.model.HubmarkPackage.Literals;
import org.hubmark.model.Metric;
import org.hubmark.ui.Parts;
import org.hubmark.ui.element.TableField.Column;

/** The metrics whose subject is an element, or that are stated of a hub. Double click opens one. */
record MetricsTable(FormContext context, Element element) {

    TableField create(Composite parent) {
        Messages messages = Messages.of(MetricsTable.class);
        Quantities quantities = new Quantities(context, Literals.METRIC__QUANTITY);
        boolean chinese = Messages.isChinese(messages.locale());
        EAttribute name = chinese ? Literals.ELEMENT__NAME_ZH : Literals.ELEMENT__NAME_EN;
        TableField table = new TableField(context, this::metrics, List.of(
                new Column(messages.get("column.name"), 8, context.names()::of,
                        (o, text) -> context.edit(o).set(name, text)),
                new Column(messages.get("column.measure"), 4, o -> ((Metric) o).getMeasure(),
                        (o, text) -> context.edit(o).set(Literals.METRIC__MEASURE, text)),
                new Column(messages.get("column.quantity"), 4, quantities::read, quantities::write),
                new Column(messages.get("column.evidence"), 2, context::evidenceOf, null)));
        table.create(parent, () -> context.session().execute(messages.get("metric.add"), ElementCommands.addMetric(
                context.session(), Session.id(element), messages.get("metric.name"), null, null)));
        table.onOpen(o -> Parts.openElement(Parts.activePage(), Session.id(o), context.names().of(o)));
        return table;
    }

    private List<? extends EObject> metrics() {
        return context.session().project().getHubModel().getElements().stream()
                .filter(e -> e instanceof Metric m && (m.getSubject() == element || m.getHubs().contains(element)))
                .toList();
    }
}
