package org.hubmark.store.sql;

import org.hubmark.core.store.Member;

import com.google.gson.JsonObject;

/**
 * What is asked of the door about accounts, as the one text that goes over the wire: an object with one of the names
 * create, change, password, remove, and in it what that needs: account, name, role, password.
 */
final class MemberRequest {

    private MemberRequest() {
    }

    /** @param password see {@link Database#secret} */
    static String create(Member member, String password) {
        JsonObject what = member(member);
        what.addProperty("password", password);
        return request("create", what);
    }

    static String change(Member member) {
        return request("change", member(member));
    }

    /** @param password see {@link Database#secret} */
    static String password(String account, String password) {
        JsonObject what = account(account);
        what.addProperty("password", password);
        return request("password", what);
    }

    static String remove(String account) {
        return request("remove", account(account));
    }

    private static JsonObject member(Member member) {
        JsonObject what = account(member.account());
        what.addProperty("name", member.name());
        what.addProperty("role", member.role().word());
        return what;
    }

    private static JsonObject account(String account) {
        JsonObject what = new JsonObject();
        what.addProperty("account", account);
        return what;
    }

    private static String request(String kind, JsonObject what) {
        JsonObject request = new JsonObject();
        request.add(kind, what);
        return request.toString();
    }
}
