package org.hubmark.ui.model;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.hubmark.model.Metric;
import org.hubmark.ui.Icons;
import org.hubmark.ui.Tooltips;

/** Labels of the Hubs tree: names with counts and quantities in a quiet colour. */
final class HubTreeLabels extends DelegatingStyledCellLabelProvider {

    HubTreeLabels(AdapterFactory adapters, Names names) {
        super(new Styled(adapters, names));
    }

    /** The name in full: the view may be too narrow for it. */
    @Override
    public String getToolTipText(Object node) {
        return Tooltips.of(getStyledStringProvider().getStyledText(node).getString());
    }

    private static final class Styled extends LabelProvider implements IStyledLabelProvider {

        private final ModelLabels labels;
        private final Names names;

        Styled(AdapterFactory adapters, Names names) {
            this.names = names;
            labels = new ModelLabels(adapters, names);
        }

        @Override
        public StyledString getStyledText(Object node) {
            return switch ((HubTree.Node) node) {
                case HubTree.Group group -> new StyledString(group.label())
                        .append("  " + group.count(), StyledString.COUNTER_STYLER);
                case HubTree.Leaf(HubTree.Node parent, Metric metric) when metric.getQuantity() != null ->
                    new StyledString(names.of(metric)).append("  " + names.of(metric.getQuantity()),
                            StyledString.DECORATIONS_STYLER);
                case HubTree.Leaf leaf -> new StyledString(names.of(leaf.element()));
            };
        }

        @Override
        public Image getImage(Object node) {
            return switch ((HubTree.Node) node) {
                case HubTree.Group group when group.kind() == HubTree.Kind.COUNTRY ->
                        labels.image(Icons.COUNTRY.descriptor());
                case HubTree.Group group -> labels.image(Icons.GROUP.descriptor());
                case HubTree.Leaf leaf -> labels.getImage(leaf.element());
            };
        }

        @Override
        public void dispose() {
            labels.dispose();
            super.dispose();
        }
    }
}
