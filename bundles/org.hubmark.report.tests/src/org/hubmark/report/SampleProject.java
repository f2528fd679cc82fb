package org.hubmark.report;

import static org.hubmark.report.ModelBuilder.MAKE;
import static org.hubmark.report.ModelBuilder.id;

import java.util.List;

import org.hubmark.core.project.ProjectContent;
import org.hubmark.model.Cell;
import org.hubmark.model.Code;
import org.hubmark.model.Column;
import org.hubmark.model.Edge;
import org.hubmark.model.ElementStatus;
import org.hubmark.model.Exhibit;
import org.hubmark.model.ExhibitKind;
import org.hubmark.model.Fact;
import org.hubmark.model.Family;
import org.hubmark.model.Hub;
import org.hubmark.model.Lesson;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Metric;
import org.hubmark.model.Milestone;
import org.hubmark.model.Node;
import org.hubmark.model.Organization;
import org.hubmark.model.Programme;
import org.hubmark.model.Row;

/** An invented project with one of everything a report shows. Sources and names are made up. */
final class SampleProject {

    private static final String ZH = "港城科学园面积约12平方公里，位于海边。\n2019年，港城成立专利共享池，收入按四六分成。\n"
            + "园区现有企业300家；另有一说为280家。\n表 年份 企业\n2019 300\n<script>alert('x')</script> & “引号” 𠮷";
    private static final String EN = "Harbour Science Park shares patent income between inventor and fund.\n"
            + "Its park council advises the city & the fund.";

    final ModelBuilder model = new ModelBuilder("港城研究 <Harbour> & \"Co\"");
    final Family ip = model.add(MAKE.createFamily(), "family.ip", "知识产权", "Intellectual property");
    final Family capital = model.add(MAKE.createFamily(), "family.capital", "资本", "Capital");
    final Hub hub = model.add(MAKE.createHub(), "hub.harbour", "港城科学园", "Harbour Science Park");
    final Hub bare = model.add(MAKE.createHub(), "hub.bare", "空港", null);
    final Mechanism pool = model.add(MAKE.createMechanism(), "mec.pool", "专利共享池", "Patent pool");
    final Mechanism rumour = model.add(MAKE.createMechanism(), "mec.rumour", "<script>alert(1)</script>",
            "A \"rumour\" & more");
    final Programme programme = model.add(MAKE.createProgramme(), "pol.fund", "海港基金", "Harbour Fund");
    final Milestone founded = model.add(MAKE.createMilestone(), "ms.2019", "专利共享池成立", "Patent pool founded");
    final Metric area = model.add(MAKE.createMetric(), "met.area", "面积", "Area");
    final Metric firms = model.add(MAKE.createMetric(), "met.firms", "企业数", "Number of firms");
    final Organization council = model.add(MAKE.createOrganization(), "org.council", "园区理事会", "Park council");
    final Lesson lesson = model.add(MAKE.createLesson(), "les.1", "先分成再转化", "Agree on shares first");
    final Exhibit table = model.add(MAKE.createExhibit(), "tab.1", "表1 企业数", "Table 1: firms");
    final Exhibit figure = model.add(MAKE.createExhibit(), "fig.1", "图1 分成", "Figure 1: shares");
    final Code shares = model.code("code.shares", "收益分成", "Revenue sharing", "#e69f00");
    final Code patents = model.code("code.patents", "专利", null, "red;background:url(x)");
    final BriefingBuilder zh = new BriefingBuilder("brief.zh", "港城简报", "zh", ZH);
    final BriefingBuilder en = new BriefingBuilder("brief.en", "Notes on the harbour", "en", EN);

    SampleProject() {
        elements();
        table();
        figure();
        model.project.getCodebook().getCodes().add(shares);
        shares.getCodes().add(patents);
        shares.setDefinition("How income is divided");
        evidence();
    }

    private void elements() {
        hub.setCountry("某国");
        hub.getAliases().addAll(List.of("港城", "HSP"));
        bare.setPartOf(hub);
        pool.getHubs().add(hub);
        pool.getFamilies().addAll(List.of(capital, ip));
        rumour.getHubs().add(hub);
        rumour.getFamilies().add(ip);
        rumour.setStatus(ElementStatus.DISPUTED);
        programme.getHubs().add(hub);
        programme.getBudgets().add(model.quantity("pol.fund#b", "约1亿元", "100000000", "元"));
        founded.getHubs().add(hub);
        founded.setDate("2019");
        area.setSubject(hub);
        area.setQuantity(model.quantity("met.area#q", "约12平方公里", "12.5", "平方公里"));
        area.getQuantity().setQualifier("约");
        firms.setSubject(hub);
        firms.setQuantity(model.quantity("met.firms#q", "300家", "300", "家"));
        firms.getQuantity().setPeriod("2019");
        lesson.getHubs().add(hub);
        lesson.setAddressee("其他园区");
        model.fact(pool, "split", "四六分成");
        model.relation(council, model.type("advises", "咨询", "advises"), hub);
    }

    private void table() {
        table.setKind(ExhibitKind.TABLE);
        Row row = id(MAKE.createRow(), "tab.1/2019");
        row.setName("2019");
        for (String name : List.of("年份", "企业")) {
            Column column = id(MAKE.createColumn(), "tab.1/" + name);
            column.setName(name);
            table.getColumns().add(column);
            Cell cell = id(MAKE.createCell(), "tab.1/2019/" + name);
            cell.setColumn(column);
            cell.setText("年份".equals(name) ? "2019" : "300");
            row.getCells().add(cell);
        }
        table.getRows().add(row);
    }

    private void figure() {
        figure.setKind(ExhibitKind.FIGURE);
        Node inventor = node("发明人");
        Node fund = node("海港基金与港城科学园的共同账户");
        edge(inventor, fund, "收入");
        edge(fund, inventor, "分成").setInferred(true);
    }

    private Node node(String label) {
        Node node = id(MAKE.createNode(), "fig.1/" + label);
        node.setLabel(label);
        figure.getNodes().add(node);
        return node;
    }

    private Edge edge(Node from, Node to, String label) {
        Edge edge = id(MAKE.createEdge(), "fig.1/" + label);
        edge.setSource(from);
        edge.setTarget(to);
        edge.setLabel(label);
        figure.getEdges().add(edge);
        return edge;
    }

    private void evidence() {
        Fact split = pool.getFacts().getFirst();
        zh.supports("港城科学园面积约12平方公里", area).supports("港城科学园", hub).supports("位于海边", hub, "country")
                .supports("2019年，港城成立专利共享池", pool).supports("2019年，港城成立专利共享池，收入按四六分成", founded)
                .supports("专利共享池，收入按四六分成", split).supports("园区现有企业300家", firms)
                .contradicts("另有一说为280家", firms).supports("300\n<script>", table.getRows().getFirst().getCells().get(1))
                .mentions("<script>alert('x')</script> & “引号” 𠮷", rumour)
                .codes("2019年，港城成立专利共享池", "memo & <b>", shares, patents).codes("现有企业", null, shares);
        en.supports("shares patent income", pool).mentions("Its park council", council)
                .supports("park council advises the city", model.project.getHubModel().getElements().getLast());
    }

    ProjectContent content() {
        return TestContent.of(model.project, List.of(zh.build(), en.build()));
    }
}
