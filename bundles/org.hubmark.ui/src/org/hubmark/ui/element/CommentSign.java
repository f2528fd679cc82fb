package org.hubmark.ui.element;

import java.util.UUID;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Icons;

/** Says at the head of a form that its element has open comments; a click shows them. Display thread. */
final class CommentSign {

    private final Session session;
    private final UUID element;
    private final ScrolledForm form;
    private final ImageHyperlink link;
    private final Messages messages = Messages.of(CommentSign.class);

    CommentSign(Session session, UUID element, FormToolkit toolkit, ScrolledForm form) {
        this.session = session;
        this.element = element;
        this.form = form;
        link = toolkit.createImageHyperlink(form.getBody(), SWT.NONE);
        link.setImage(new LocalResourceManager(JFaceResources.getResources(), link)
                .create(Icons.COMMENT.descriptor()));
        GridDataFactory.swtDefaults().exclude(true).applyTo(link);
        link.setVisible(false);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                open();
            }
        });
    }

    void refresh() {
        int open = (int) session.team().comments(element).stream().filter(c -> !c.resolved()).count();
        GridData data = (GridData) link.getLayoutData();
        link.setText(messages.get("form.comments", open));
        if (data.exclude == (open > 0)) {
            data.exclude = open == 0;
            link.setVisible(open > 0);
            form.reflow(true);
        }
    }

    private void open() {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.hubmark.ui.comment.add",
                    null);
        } catch (CommandException e) {
            Errors.show(messages.get("form.comments.failed"), e);
        }
    }
}
