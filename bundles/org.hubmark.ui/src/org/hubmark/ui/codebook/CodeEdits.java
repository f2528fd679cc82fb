package org.hubmark.ui.codebook;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.change.Change;
import org.hubmark.core.command.CodeCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.Errors;
import org.hubmark.ui.NameDialog;
import org.hubmark.ui.model.ChoiceDialog;
import org.hubmark.ui.model.Choices;
import org.hubmark.ui.model.FeatureEdit;
import org.hubmark.ui.model.Names;

/** What the Codes view does with codes, asking what it has to know; each is one step for undo. Display thread. */
final class CodeEdits {

    private static final String NEW_COLOUR = "#5B8DB8";

    private final Session session;
    private final Names names;
    private final Shell shell;
    private final Messages messages = Messages.of(CodeEdits.class);

    CodeEdits(Session session, Names names, Shell shell) {
        this.session = session;
        this.names = names;
        this.shell = shell;
    }

    /** A new code under another, or at the top if that is null. */
    void create(Code parent) {
        String name = askName(messages.get("code.new"), "");
        if (name != null) {
            boolean chinese = name.codePoints().anyMatch(Character::isIdeographic);
            session.execute(messages.get("code.new"), CodeCommands.create(session,
                    parent == null ? null : Session.id(parent), chinese ? name : null, chinese ? null : name,
                    parent == null || parent.getColor() == null ? NEW_COLOUR : parent.getColor()));
        }
    }

    void rename(Code code) {
        boolean chinese = Messages.isChinese(messages.locale());
        String name = askName(messages.get("code.rename"), names.of(code));
        if (name != null) {
            edit(code).set(chinese ? HubmarkPackage.Literals.CODE__NAME_ZH : HubmarkPackage.Literals.CODE__NAME_EN,
                    name);
        }
    }

    void recolour(Code code) {
        ColorDialog dialog = new ColorDialog(shell);
        dialog.setText(messages.get("code.recolour"));
        dialog.setRGB(CodeLabels.rgb(code.getColor()));
        RGB rgb = dialog.open();
        if (rgb != null) {
            edit(code).set(HubmarkPackage.Literals.CODE__COLOR,
                    "#%02X%02X%02X".formatted(rgb.red, rgb.green, rgb.blue));
        }
    }

    void delete(Code code) {
        if (DialogLabels.confirm(shell, messages.get("code.delete"),
                messages.get("code.delete.ask", names.of(code)))) {
            whenKnown(messages.get("code.delete"), CodeCommands.delete(session, Session.id(code)));
        }
    }

    void merge(Code code) {
        Set<UUID> itself = Set.of(Session.id(code));
        ChoiceDialog dialog = new ChoiceDialog(shell, messages.get("code.merge.ask", names.of(code)),
                Choices.codes(session.project(), names).without(itself), names);
        if (dialog.open() == Window.OK) {
            whenKnown(messages.get("code.merge"), CodeCommands.merge(session, Session.id(code), dialog.chosen().id()));
        }
    }

    private void whenKnown(String label, CompletableFuture<List<Change>> changes) {
        changes.whenComplete((found, failure) -> {
            if (failure != null) {
                Errors.show(messages.get("code.failed"), failure);
            } else {
                session.execute(label, found);
            }
        });
    }

    private FeatureEdit edit(Code code) {
        return new FeatureEdit(session.editingDomain(), code);
    }

    private String askName(String title, String old) {
        NameDialog dialog = new NameDialog(shell, title, messages.get("code.name"), old, null);
        return dialog.open() == Window.OK ? dialog.name() : null;
    }
}
