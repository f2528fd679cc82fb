# What the scripts of this folder share: they source it. It finds or installs what a build and a start need, and else
# names exactly what is missing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
maven_version=3.9.11
product=$root/releng/org.hubmark.product/target/products/org.hubmark.product/linux/gtk/x86_64/hubmark

say() { printf 'hubmark: %s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }

# The major version of the Java in a folder, from its release file (asking the program itself would take a second each).
java_major() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$version" ] && [ -x "$1/bin/java" ] && echo "$version"
}

# A JDK from 21 on, even if the default is older. HUBMARK_JAVA_HOME decides, if it is set.
find_java() {
  local home best= best_major=0 major
  [ -n "${HUBMARK_JAVA_HOME:-}" ] && { export JAVA_HOME=$HUBMARK_JAVA_HOME; return; }
  local on_path
  on_path=$(command -v java || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    major=$(java_major "$home") || continue
    [ "$major" -ge 21 ] && [ "$major" -gt "$best_major" ] && { best=$home; best_major=$major; }
  done
  [ -n "$best" ] || return 1
  export JAVA_HOME=$best
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then sudo -n "$@"
  else return 1
  fi
}

# Installs the Debian packages named that are not there yet.
need_packages() {
  local missing=() p
  command -v dpkg-query > /dev/null || { say "this is no Debian: make sure that these are there: $*"; return 0; }
  for p in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2> /dev/null)" = installed ] || missing+=("$p")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing: ${missing[*]}"
  { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
      --no-install-recommends "${missing[@]}" > /dev/null; } \
    || fail "missing packages, and no right or no network to install them: ${missing[*]}. Install them, then start again."
}

need_java() {
  find_java && return
  say "no JDK from version 21 on found; trying to install one"
  for p in openjdk-25-jdk-headless openjdk-21-jdk-headless; do
    as_root apt-get update -qq && as_root apt-get install -y -qq --no-install-recommends "$p" > /dev/null 2>&1 \
      && find_java && return
  done
  fail "missing: a JDK of version 21 or newer. Install one, or set HUBMARK_JAVA_HOME to its folder, then start again."
}

# Maven from 3.9 on: the one on the path, or one fetched into .tools by an older one.
need_maven() {
  local version
  version=$(mvn -v 2> /dev/null | sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p' | head -1)
  if [ -n "$version" ] && printf '3.9\n%s\n' "$version" | sort -V -C; then mvn=mvn; return; fi
  mvn=$root/.tools/apache-maven-$maven_version/bin/mvn
  [ -x "$mvn" ] && return
  [ -n "$version" ] || need_packages maven
  command -v mvn > /dev/null || fail "missing: Maven. Install Maven 3.9 or newer, then start again."
  say "fetching Maven $maven_version"
  mkdir -p "$root/.tools"
  # Not in the project's own folder: there an old Maven tries to load Tycho, and fails.
  (cd "$root/.tools" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory="$root/.tools") \
    || fail "Maven $maven_version could not be fetched. Check the network, or install Maven 3.9 or newer."
  chmod +x "$mvn"
}

build() { (cd "$root" && "$mvn" -B -ntp "$@"); }

# Starts the built product: a window, or with -application a command, which shows progress only on a terminal. Does not
# return: a signal to the script has to reach the server that it may be.
start_product() {
  local terminal=false
  [ -t 2 ] && terminal=true
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dh2.bindAddress=127.0.0.1 \
    -Djava.util.logging.config.file="$root/releng/lib/logging.properties" -Dhubmark.terminal=$terminal \
    -jar "$product"/plugins/org.eclipse.equinox.launcher_*.jar "$@"
}
