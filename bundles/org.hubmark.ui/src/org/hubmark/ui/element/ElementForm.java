package org.hubmark.ui.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.model.Element;
import org.hubmark.model.Relation;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Rights;
import org.hubmark.ui.Selections;
import org.hubmark.ui.model.Counts;
import org.hubmark.ui.model.Names;

/**
 * The inside of the element editor for one session: the features that EMF.Edit describes, then facts, metrics and
 * relations. Display thread.
 */
final class ElementForm implements SessionListener {

    private static final String EVIDENCE = """
            select target, count(*) from v_evidence where project = :project group by target""";

    private final Session session;
    private final UUID id;
    private final Selections selections;
    private final Consumer<String> title;
    private final FormToolkit toolkit;
    private final ScrolledForm form;
    private final Names names = Names.ofUser();
    private final Messages messages = Messages.of(ElementForm.class);
    private final List<FormField> fields = new ArrayList<>();
    private final Coalescer refresh;
    private final Counts evidence;

    ElementForm(Composite parent, Session session, UUID id, Selections selections, Consumer<String> title) {
        this.session = session;
        this.id = id;
        this.selections = selections;
        this.title = title;
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        refresh = new Coalescer(form, this::refresh);
        evidence = new Counts(session, EVIDENCE, refresh::signal);
        form.addDisposeListener(e -> dispose());
        session.addListener(this);
        Element element = session.find(id, Element.class);
        if (element == null) {
            form.setText(messages.get("form.gone"));
        } else {
            create(element);
            evidence.count();
            selections.setSelection(new StructuredSelection(element));
        }
    }

    Control control() {
        return form;
    }

    void focus() {
        form.setFocus();
    }

    private void create(Element element) {
        toolkit.decorateFormHeading(form.getForm());
        GridLayoutFactory.swtDefaults().margins(12, 8).spacing(0, 14).applyTo(form.getBody());
        createFeatures(section(messages.get("form.features"), 3), element);
        FormContext context = new FormContext(session, names, toolkit, evidence, selections);
        fields.add(new FactsTable(context, element).create(section(messages.get("form.facts"), 1)));
        if (!(element instanceof Relation)) {
            fields.add(new MetricsTable(context, element).create(section(messages.get("form.metrics"), 1)));
            fields.add(new RelationsTable(context, element).create(section(messages.get("form.relations"), 1)));
        }
        refresh();
        form.reflow(true);
    }

    private Composite section(String text, int columns) {
        Section section = toolkit.createSection(form.getBody(),
                ExpandableComposite.TITLE_BAR | ExpandableComposite.TWISTIE | ExpandableComposite.EXPANDED);
        section.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(columns).margins(2, 6).applyTo(client);
        section.setClient(client);
        return client;
    }

    private void createFeatures(Composite parent, Element element) {
        FieldFactory factory = new FieldFactory(session, names, toolkit, parent);
        Object source = session.editingDomain().getAdapterFactory().adapt(element, IItemPropertySource.class);
        for (IItemPropertyDescriptor descriptor : ((IItemPropertySource) source).getPropertyDescriptors(element)) {
            factory.create(element, descriptor).ifPresent(fields::add);
        }
    }

    private void refresh() {
        Element element = session.find(id, Element.class);
        if (element == null) {
            form.setText(messages.get("form.gone"));
            form.getBody().setEnabled(false);
            return;
        }
        String name = names.of(element);
        form.getBody().setEnabled(true);
        form.setText(messages.get("form.title", names.singular(element.eClass().getName()), name).replace("&", "&&"));
        title.accept(name);
        fields.forEach(FormField::refresh);
        new Editable(form.getBody()).set(Rights.mayEdit(session));
    }

    @Override
    public void roleChanged() {
        refresh.signal();
    }

    @Override
    public void changed(Set<UUID> objects) {
        refresh.signal();
    }

    @Override
    public void syncStateChanged(SyncState state) {
        if (state.kind() == SyncState.Kind.SYNCED) {
            evidence.count();
        }
    }

    private void dispose() {
        session.removeListener(this);
        evidence.stop();
        toolkit.dispose();
    }
}
