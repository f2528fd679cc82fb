package org.hubmark.ui.activity;

import java.util.List;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Revisions with what they changed below them. */
final class ActivityContent implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object rows) {
        return ((List<?>) rows).toArray();
    }

    @Override
    public Object[] getChildren(Object row) {
        return row instanceof ActivityRow.Entry entry ? entry.details().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object row) {
        return row instanceof ActivityRow.Entry ? null : new ActivityRow.Entry(((ActivityRow) row).revision());
    }

    @Override
    public boolean hasChildren(Object row) {
        return row instanceof ActivityRow.Entry(var revision) && !revision.lines().isEmpty();
    }
}
