package org.hubmark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The questions an analyst must be able to answer, asked with the queries that the sample project keeps. */
@ExtendWith(NoErrorsLogged.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {

    private static final Pattern QUESTION = Pattern.compile("^\\*\\*Q(\\d+)\\. ");
    private static final Pattern PASSAGE = Pattern.compile("(?<!\\d)(00[0-4])\\[(\\d+):(\\d+)\\]");
    /** What must stand in a cell of the answer, by question. */
    private static final Map<String, Set<String>> ANSWERS = Map.ofEntries(
            Map.entry("q01", Set.of("国内专利573项", "2008–2012")),
            Map.entry("q03", Set.of("539项", "52家")),
            Map.entry("q05", Set.of("三分之二", "2亿日元左右", "年")),
            Map.entry("q07", Set.of("35", "45", "20")),
            Map.entry("q09", Set.of("新加坡创新集群", "5个工作日")),
            Map.entry("q11", Set.of("最长15年", "1.5%—2.5%", "德意志银行", "巴伐利亚州立银行")),
            Map.entry("q13", Set.of("2.3亿瑞郎", "4.5亿瑞郎", "70%")),
            Map.entry("q15", Set.of("4000美元", "5倍", "人")),
            Map.entry("q17", Set.of("日本电气（株）", "（株）富士通研究所", "日立制作所", "积水medical（株）")),
            Map.entry("q19", Set.of("27", "7", "13")),
            Map.entry("q21", Set.of("77名", "17名", "19个", "联络员职责一：产学官协同职责", "联络员职责二：促进地方经济发展职责",
                    "联络员职责三：产学官协同政策推广职责")),
            Map.entry("q23", Set.of("拥有企业新业务开拓经验的人才", "有海外关系网络且可制定海外业务战略的人才", "可为成果转化制定融资计划的人才")),
            Map.entry("q25", Set.of("221", "774", "41.6", "58", "744", "1773", "42")),
            Map.entry("q27", Set.of("连接与开发（C&D, Connect & Develop）", "研发（R&D）")),
            Map.entry("q29", Set.of("国际战略综合特区重点研发项目：藻类生物能", "国际战略综合特区重点研发项目：生活支援机器人")),
            Map.entry("q31", Set.of("伦敦（科技创新中心／都市圈）", "数万家", "数十万名", "1200余家", "3万余名")),
            Map.entry("q33", Set.of("19%", "未说明", "李琳", "爱思唯尔")),
            Map.entry("q35", Set.of("东京科技创新中心（东京圈）", "关西圈", "福冈县福冈市", "冲绳县")),
            Map.entry("q37", Set.of("高等院校外迁至萨克雷创新高地", "创建若干新型科学研究实体", "17家", "6家")),
            Map.entry("q39", Set.of("hub.tsukuba", "hub.jjj", "hub.siliconvalley", "hub.london", "hub.tokyo",
                    "hub.beijing", "hub.shanghai", "hub.yrd", "hub.gba")));

    private FilledProject project;

    @BeforeAll
    void fillTheProject(@TempDir Path folder) throws Exception {
        assumeTrue(Originals.files().size() == 5, "skipped: the five original briefings are not on this machine");
        project = FilledProject.in(folder);
    }

    @AfterAll
    void closeTheProject() throws Exception {
        if (project != null) {
            project.close();
        }
    }

    @Test
    void theProjectKeepsOneQueryForEachQuestion() throws Exception {
        assertEquals(ANSWERS.keySet(), queries().keySet());
    }

    @Test
    void everyQuestionIsAnswered() throws Exception {
        for (Map.Entry<String, String> query : queries().entrySet()) {
            Set<String> cells = cells(query.getValue());
            for (String answer : ANSWERS.get(query.getKey())) {
                assertTrue(cells.contains(answer), () -> query.getKey() + " lacks " + answer + ": " + cells);
            }
        }
    }

    @Test
    void onlyTheHubsOfSeveralBriefingsAreSaidToBe() throws Exception {
        Set<String> hubs = cells(queries().get("q39")).stream().filter(cell -> cell.startsWith("hub."))
                .collect(Collectors.toSet());
        assertEquals(ANSWERS.get("q39"), hubs);
    }

    @Test
    void everyAnswerComesWithItsPassages() throws Exception {
        Map<String, List<String>> expected = passages();
        assertEquals(20, expected.size());
        for (Map.Entry<String, String> query : queries().entrySet()) {
            Set<String> cells = cells(query.getValue());
            for (String quote : expected.get(query.getKey())) {
                assertTrue(cells.contains(quote), () -> query.getKey() + " lacks the passage " + quote);
            }
        }
    }

    private Map<String, String> queries() throws Exception {
        return project.rows("select name, sql from v_saved_query where project = :project").stream()
                .collect(Collectors.toMap(row -> (String) row.get(0), row -> (String) row.get(1)));
    }

    private Set<String> cells(String select) throws Exception {
        return project.rows(select).stream().flatMap(List::stream).filter(cell -> cell != null)
                .map(cell -> cell instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString()
                        : cell.toString()).collect(Collectors.toSet());
    }

    /** The passages that the acceptance list names for each question, as they stand in the originals. */
    private static Map<String, List<String>> passages() throws Exception {
        Map<String, String> texts = new HashMap<>();
        for (Path file : Originals.files()) {
            texts.put(file.getFileName().toString().substring(0, 3), Files.readString(file));
        }
        Map<String, List<String>> passages = new HashMap<>();
        String question = null;
        for (String line : Files.readAllLines(Originals.seeds().orElseThrow().resolve("acceptance.md"))) {
            Matcher start = QUESTION.matcher(line);
            if (start.find()) {
                question = String.format("q%02d", Integer.parseInt(start.group(1)));
            } else if (question != null && line.startsWith("- Passages: ")) {
                List<String> quotes = passages.computeIfAbsent(question, q -> new ArrayList<>());
                PASSAGE.matcher(line).results().forEach(m -> quotes.add(texts.get(m.group(1))
                        .substring(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))));
            }
        }
        return passages;
    }
}
