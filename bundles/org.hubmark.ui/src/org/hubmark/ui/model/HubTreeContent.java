package org.hubmark.ui.model;

import org.eclipse.jface.viewers.ITreeContentProvider;

/**
 * Gives a {@link HubTree} to a tree viewer. The input of the viewer stays the same when the model changes and only the
 * tree behind it is another, so that the viewer keeps its place. Display thread.
 */
final class HubTreeContent implements ITreeContentProvider {

    private HubTree tree;

    HubTreeContent(HubTree tree) {
        this.tree = tree;
    }

    /** From now on; the viewer is to be refreshed afterwards. */
    void show(HubTree now) {
        tree = now;
    }

    HubTree tree() {
        return tree;
    }

    @Override
    public Object[] getElements(Object input) {
        return tree.roots().toArray();
    }

    @Override
    public Object[] getChildren(Object node) {
        return tree.children((HubTree.Node) node).toArray();
    }

    @Override
    public Object getParent(Object node) {
        return ((HubTree.Node) node).parent();
    }

    @Override
    public boolean hasChildren(Object node) {
        return tree.hasChildren((HubTree.Node) node);
    }
}
