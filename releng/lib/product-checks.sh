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
passages() { command_line query --format csv --sql 'select count(*) from v_passage' | tail -1; }

step "the window"
before=$(passages)
start_window product-first-start

step "a passage is marked with mouse and keys, then the process is killed"
xdotool windowactivate --sync "$window_id" mousemove 600 330 click 1
sleep 1
xdotool key --delay 100 shift+Down ctrl+m
settled_screenshot product-marked
kill_window
[ "$(passages)" = $((before + 1)) ] || fail "after the kill there are $(passages) passages, not $((before + 1))"
command_line verify | tail -1
start_window product-after-kill
kill_window
[ "$(passages)" = $((before + 1)) ] || fail "the second start changed the number of passages"
if grep -hs '^!ENTRY .* 4 ' "$work"/data/.metadata/.log || grep -s ' ERROR ' "$work"/data/logs/hubmark.log; then fail "the product logged errors (above)"; fi
rm -rf "$work"
say "all checks passed; screenshots are in target/screenshots"
