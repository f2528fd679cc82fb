package org.hubmark.ui.model;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.hubmark.core.session.Session;
import org.hubmark.model.Metric;
import org.hubmark.ui.Icons;
import org.hubmark.ui.Tooltips;
import org.hubmark.ui.presence.TeamSigns;

/** Labels of the Hubs tree: names with counts and quantities in a quiet colour. */
final class HubTreeLabels extends DelegatingStyledCellLabelProvider {

    private final TeamSigns signs;

    HubTreeLabels(AdapterFactory adapters, Names names, TeamSigns signs) {
        super(new Styled(adapters, names, signs));
        this.signs = signs;
    }

    /** The name in full: the view may be too narrow for it; and who is there. */
    @Override
    public String getToolTipText(Object node) {
        String text = ((Styled) getStyledStringProvider()).text((HubTree.Node) node).getString();
        return Tooltips.of(node instanceof HubTree.Leaf leaf ? signs.tooltip(text, Session.id(leaf.element())) : text);
    }

    private static final class Styled extends LabelProvider implements IStyledLabelProvider {

        private final ModelLabels labels;
        private final Names names;
        private final TeamSigns signs;

        Styled(AdapterFactory adapters, Names names, TeamSigns signs) {
            this.names = names;
            this.signs = signs;
            labels = new ModelLabels(adapters, names);
        }

        @Override
        public StyledString getStyledText(Object node) {
            StyledString text = text((HubTree.Node) node);
            return node instanceof HubTree.Leaf leaf ? signs.on(text, Session.id(leaf.element())) : text;
        }

        StyledString text(HubTree.Node node) {
            return switch (node) {
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
