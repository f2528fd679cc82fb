package org.hubmark.core.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.LoadedProject;
import org.hubmark.core.project.ModelValues;
import org.hubmark.model.Cell;
import org.hubmark.model.Column;
import org.hubmark.model.Element;
import org.hubmark.model.Exhibit;
import org.hubmark.model.Quantity;
import org.hubmark.model.Row;

/**
 * Totals in tables that are not the sum of their column: of the rows since the total before, or of all rows above that
 * are no totals. A column in which a number is missing is left alone.
 */
final class TotalCheck implements Check {

    @Override
    public List<Finding> run(LoadedProject project, IProgressMonitor monitor) {
        Findings findings = new Findings(Finding.Severity.WARNING, "total");
        Places places = new Places(project.states());
        if (project.project().getHubModel() != null) {
            for (Element element : project.project().getHubModel().getElements()) {
                if (element instanceof Exhibit exhibit) {
                    exhibit.getColumns().forEach(column -> check(findings, places, exhibit, column));
                }
            }
        }
        return findings.all();
    }

    private static void check(Findings findings, Places places, Exhibit exhibit, Column column) {
        List<BigDecimal> all = new ArrayList<>();
        List<BigDecimal> recent = new ArrayList<>();
        for (Row row : exhibit.getRows()) {
            Optional<BigDecimal> number = number(row, column);
            if (number.isEmpty()) {
                return;
            }
            if (!row.isTotal()) {
                all.add(number.get());
                recent.add(number.get());
            } else if (!isSum(number.get(), all) && !isSum(number.get(), recent)) {
                UUID id = ModelValues.id(row);
                findings.add(id, places.of(id), m -> m.get("total.sum", String.valueOf(column.getName()),
                        number.get().toPlainString(), sum(all).toPlainString()));
                recent.clear();
            } else {
                recent.clear();
            }
        }
    }

    private static Optional<BigDecimal> number(Row row, Column column) {
        return row.getCells().stream().filter(cell -> cell.getColumn() == column).map(Cell::getQuantity)
                .filter(quantity -> quantity != null && quantity.getLow() != null
                        && (quantity.getHigh() == null || quantity.getHigh().compareTo(quantity.getLow()) == 0))
                .map(Quantity::getLow).findFirst();
    }

    private static boolean isSum(BigDecimal total, List<BigDecimal> parts) {
        return sum(parts).compareTo(total) == 0;
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
