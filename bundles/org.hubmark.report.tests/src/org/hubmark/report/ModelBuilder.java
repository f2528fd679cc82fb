package org.hubmark.report;

import java.math.BigDecimal;

import org.hubmark.core.change.Ids;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.Identified;
import org.hubmark.model.Project;
import org.hubmark.model.Quantity;
import org.hubmark.model.Relation;
import org.hubmark.model.RelationType;

/** Model objects in one line each; ids come from keys. */
final class ModelBuilder {

    static final HubmarkFactory MAKE = HubmarkFactory.eINSTANCE;

    final Project project = id(MAKE.createProject(), "project");

    ModelBuilder(String name) {
        project.setName(name);
        project.setHubModel(id(MAKE.createHubModel(), "model"));
        project.setCodebook(id(MAKE.createCodebook(), "codebook"));
    }

    static <T extends Identified> T id(T object, String key) {
        object.setId(Ids.ofKey(key).toString());
        return object;
    }

    /** Adds an element to the model. */
    <T extends Element> T add(T element, String key, String zh, String en) {
        id(element, key);
        element.setKey(key);
        element.setNameZh(zh);
        element.setNameEn(en);
        project.getHubModel().getElements().add(element);
        return element;
    }

    Fact fact(Element element, String key, String text) {
        Fact fact = id(MAKE.createFact(), element.getKey() + "#" + key);
        fact.setKey(key);
        fact.setText(text);
        element.getFacts().add(fact);
        return fact;
    }

    Quantity quantity(String key, String raw, String low, String unit) {
        Quantity quantity = id(MAKE.createQuantity(), key);
        quantity.setRaw(raw);
        quantity.setLow(low == null ? null : new BigDecimal(low));
        quantity.setUnit(unit);
        return quantity;
    }

    RelationType type(String key, String zh, String en) {
        RelationType type = id(MAKE.createRelationType(), key);
        type.setKey(key);
        type.setNameZh(zh);
        type.setNameEn(en);
        project.getHubModel().getRelationTypes().add(type);
        return type;
    }

    Relation relation(Element source, RelationType type, Element target) {
        String key = source.getKey() + "-" + type.getKey() + "-" + target.getKey();
        Relation relation = add(MAKE.createRelation(), key, null, null);
        relation.setSource(source);
        relation.setType(type);
        relation.setTarget(target);
        return relation;
    }

    Code code(String key, String zh, String en, String color) {
        Code code = id(MAKE.createCode(), key);
        code.setKey(key);
        code.setNameZh(zh);
        code.setNameEn(en);
        code.setColor(color);
        return code;
    }
}
