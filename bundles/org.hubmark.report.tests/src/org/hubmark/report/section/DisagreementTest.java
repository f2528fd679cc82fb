package org.hubmark.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.hubmark.model.Hub;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.Metric;
import org.hubmark.model.Quantity;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class DisagreementTest {

    private static final HubmarkFactory MAKE = HubmarkFactory.eINSTANCE;

    private final Hub port = MAKE.createHub();
    private final List<Metric> metrics = new ArrayList<>();

    @Test
    void theSameMeasureWithTwoValuesDoesNotAgree() {
        metric(port, "企业数", "300", "家", null);
        metric(port, " 企业数量（按表计数）", "280", "家", null);
        assertEquals(List.of("300 280"), disagreements());
    }

    @Test
    void aPartOfTheMeasureIsHeldAgainstTheWhole() {
        metric(port, "科技企业", "1200", "家", null);
        metric(port, "高科技企业", "10000", "家", null);
        metric(port, "高校", "17", "家", null);
        assertEquals(List.of("1200 10000"), disagreements());
    }

    @Test
    void anEndOfAWordIsNoPartOfTheMeasure() {
        metric(port, "firms", "300", "", null);
        metric(port, "new firms", "20", "", null);
        metric(port, "confirms", "7", "", null);
        assertEquals(List.of("300 20"), disagreements());
    }

    @Test
    void twoYearsAreASeriesAndAnUndatedFigureIsHeldAgainstTheLatest() {
        metric(port, "企业数（2002）", "221", "家", "2002");
        metric(port, "企业数（2008）", "774", "家", "2008");
        assertEquals(List.of(), disagreements());
        metric(port, "大学创办企业数量", "744", "家", null);
        assertEquals(List.of("774 744"), disagreements());
    }

    @Test
    void equalValuesOtherUnitsOtherSubjectsAndTotalsAgree() {
        metric(port, "面积", "12", "km²", null);
        metric(port, "面积", "12.0", "km²", null);
        metric(port, "面积", "1200", "ha", null);
        metric(MAKE.createHub(), "面积", "13", "km²", null);
        metric(port, "联络员总数", "77", "名", null);
        metric(port, "首都圈联络员", "17", "名", null);
        metric(null, "面积", "14", "km²", null);
        metric(port, null, "15", "km²", null);
        metric(port, "面积", null, "km²", null);
        assertEquals(List.of(), disagreements());
    }

    private void metric(Hub subject, String measure, String value, String unit, String period) {
        Quantity quantity = MAKE.createQuantity();
        quantity.setLow(value == null ? null : new BigDecimal(value));
        quantity.setHigh(quantity.getLow());
        quantity.setUnit(unit);
        quantity.setPeriod(period);
        Metric metric = MAKE.createMetric();
        metric.setSubject(subject);
        metric.setMeasure(measure);
        metric.setQuantity(quantity);
        metrics.add(metric);
    }

    private List<String> disagreements() {
        return Disagreement.among(metrics).stream().map(d -> String.join(" ",
                d.metrics().stream().map(m -> m.getQuantity().getLow().toPlainString()).toList())).toList();
    }
}
