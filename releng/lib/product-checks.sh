# Starts the built product as a user would, without a window and with one. Sourced by releng/check, inside its display.

work=$(mktemp -d)
screens=$root/target/screenshots
mkdir -p "$screens"
command_line() { (unset DISPLAY WAYLAND_DISPLAY; "$root/releng/workbench" --data "$work/data" "$@"); }
step() { say "product: $*"; }

step "commands, without a display"
command_line help | grep -q verify
command_line verify | tee "$work/verify.txt" | tail -2
originals=${HUBMARK_ORIGINALS:-$root/../shared/seeds/originals}
if [ -d "$originals" ]; then
  command_line import "$originals"/*.txt
  command_line import "$originals"/*.txt > "$work/again.txt"    # a second time: nothing is doubled
  command_line verify | tee "$work/verify.txt" | tail -2
  grep -q ' 0 broken anchors' "$work/verify.txt"
  grep -q '1,372 of 1,372 records, 1,037 of 1,037 ranges, 1,725 of 1,725 links' "$work/verify.txt"
else
  say "the original briefings are not here: the product was not checked on them"
fi
command_line query --format csv --sql 'select count(*) as hubs from v_hub' | tail -1
command_line history --last 3
for language in en zh; do
  command_line report --language $language --out "$work/one-$language.html"
  command_line report --language $language --out "$work/two-$language.html" > /dev/null
  cmp "$work/one-$language.html" "$work/two-$language.html" || fail "two reports of one revision differ"
done
if command_line query --sql 'delete from v_hub' 2> /dev/null; then fail "a query was allowed to write"; fi

step "the server product: two members at one database, stopped by a signal"
server=$root/releng/org.hubmark.server.product/target/products/org.hubmark.server.product/linux/gtk/x86_64/hubmark-server
if compgen -G "$server/plugins/org.eclipse.swt*" > /dev/null; then fail "the server product has a window in it"; fi
printf 'correct horse\n' > "$work/password"
printf 'quiet harbour\n' > "$work/other"
(unset DISPLAY WAYLAND_DISPLAY; exec "$JAVA_HOME/bin/java" -jar "$server"/plugins/org.eclipse.equinox.launcher_*.jar \
  -data "$work/team" serve --port 0 --create hubs --administrator grace --password-file "$work/password") \
  > "$work/serve.txt" 2>&1 &
server_pid=$!
for n in $(seq 120); do grep -q 'hubmark://' "$work/serve.txt" && break; sleep 0.5; done
grep -q 'hubmark://' "$work/serve.txt" || { cat "$work/serve.txt"; fail "the server did not start within a minute"; }
pin=$(grep -oE '([0-9a-f]{2}:){31}[0-9a-f]{2}' "$work/serve.txt")
address=$(grep -oE 'hubmark://[^ ]*' "$work/serve.txt" | sed 's/HOST/localhost/')
at() { local who=$1 secret=$2; shift 2; command_line "$@" --server "$address" --fingerprint "$pin" --account "$who" --password-file "$work/$secret"; }
printf '港湾城的共享中试线。\n' > "$work/team.txt"
at grace password import --project 枢纽 "$work/team.txt"
at grace password members add lin --role reader --new-password-file "$work/other"
[ "$(at lin other query --format csv --sql 'select count(*) from v_edition' | tail -1)" = 1 ] || fail "a reader does not see what was imported"
printf '另一篇。\n' > "$work/second.txt"
if at lin other import "$work/second.txt" 2> /dev/null; then fail "a reader was allowed to import"; fi
kill -TERM $server_pid
for n in $(seq 60); do kill -0 $server_pid 2> /dev/null || break; sleep 0.5; done
grep -q ' stopped' "$work/team/logs/hubmark.log" || fail "the server did not stop in order"

# Waits until a window with this in its title is there, and prints its id.
window() { timeout "$2" xdotool search --sync --onlyvisible --name "$1" | tail -1; }
title='(Innovation hubs|创新枢纽).*Hubmark'

# A screenshot once nothing has moved for a second; whatever is there after a minute.
settled_screenshot() {
  local before= now n
  for n in $(seq 60); do
    import -window root "$screens/$1.png"
    now=$(convert "$screens/$1.png" -crop 1440x820+0+60 rgb:- | cksum)
    [ "$now" = "$before" ] && [ "$n" -gt 5 ] && return
    before=$now
    sleep 1
  done
}

start_window() {
  setsid "$root/releng/workbench" --data "$work/data" > "$work/window.log" 2>&1 &
  window_pid=$!
  window_id=$(window "$title" 120) \
    || { cat "$work/window.log"; fail "no window with the sample project appeared within two minutes"; }
  settled_screenshot "$1"
}
kill_window() { kill -9 -- -"$window_pid" 2> /dev/null || true; wait "$window_pid" 2> /dev/null || true; }

count() { command_line query --format csv --sql "select count(*) from $1" | tail -1; }
kept() {
  [ "$(count v_passage)" = $((before + 1)) ] || fail "$1: there are $(count v_passage) passages, not $((before + 1))"
  [ "$(count "v_mechanism where name_en = 'Shared pilot line'")" = 1 ] || fail "$1: the new mechanism is not there"
  [ "$(count "v_hub where name_en = 'Harbour City'")" = 1 ] || fail "$1: the new hub is not there"
  [ "$(count "v_evidence where quote like '%一支团队%'")" = 1 ] || fail "$1: the new evidence is not there"
}
keys() { xdotool key --delay 120 "$@"; sleep 1; }

step "the window"
# ours, with hard wraps as in text that was squeezed out of a PDF
printf '%s\n' 'Harbour 港湾城的共享中试线' '' '港湾城在三年前把闲置的船厂改成了一条对所有企业开放的共' \
  '享中试线。任何一支团队都可以按小时租用设备，由驻场工程师' '陪同完成第一批样品。据城市方面统计，头两年有四十七支团队' \
  '在这里走完了从图纸到样品的路。' > "$work/harbour.txt"
command_line import "$work/harbour.txt"
before=$(count v_passage)
start_window product-1-first-start

step "a sentence across a hard wrap is marked, coded, linked to a new mechanism of a new hub; undone, redone"
xdotool windowactivate --sync "$window_id" mousemove 200 119 click 1
xdotool type --delay 60 Harbour
sleep 2
xdotool mousemove 100 184 click --repeat 2 --delay 80 1
sleep 3
xdotool mousemove 790 179 mousedown 1 mousemove --sync 700 195 mousemove --sync 681 206
sleep 1
xdotool mouseup 1
sleep 1
xdotool type --delay 100 rc
sleep 1
keys Return
settled_screenshot product-2-coded
keys ctrl+l
sleep 2
keys alt+n
sleep 2
xdotool type --delay 60 'Shared pilot line'
keys Tab
xdotool type --delay 60 'Harbour City'
keys Return
settled_screenshot product-3-linked
keys ctrl+z ctrl+z
settled_screenshot product-4-undone
keys ctrl+shift+z ctrl+shift+z
settled_screenshot product-5-redone

step "the process is killed; what stands afterwards"
kill_window
kept "after the kill"
command_line verify | tail -1
start_window product-6-after-kill
kill_window
kept "after the second start"
if grep -hs '^!ENTRY .* 4 ' "$work"/data/.metadata/.log || grep -s ' ERROR ' "$work"/data/logs/hubmark.log; then fail "the product logged errors (above)"; fi
rm -rf "$work"
say "all checks passed; screenshots are in target/screenshots"
