# Builds one module as a folder of plain jars, if the sources have changed since; sourced by ./run and ./bench, and by deploy/prepare.
# What it makes lies in MODULE/target/run: jars/ and a stamp with the time of the build.

is_stale() {
  [ -f "$1/target/run/stamp" ] || return 0
  # folders count too: a file that was removed changes its folder
  [ -n "$(find pom.xml .mvn/*.config contracts/pom.xml contracts/events contracts/slots ./*/pom.xml libs/*/pom.xml ./*/src/main libs/*/src/main \
    -newer "$1/target/run/stamp" -print -quit)" ]
}

# Tells what Maven is doing: in one changing line on a terminal, in a line per module elsewhere.
tell_progress() {
  local maven=$1 log=$2 told='' module
  while kill -0 "$maven" 2>/dev/null; do
    module=$(sed -n 's/^\[INFO\] Building \([^ ]*\) .*\(\[[0-9]*\/[0-9]*\]\)$/\1 \2/p' "$log" | tail -1)
    if [ -t 1 ]; then
      printf '\r\033[K%6d s  %s' "$SECONDS" "${module:-getting ready}"
    elif [ "$module" != "$told" ]; then
      printf '%6d s  %s\n' "$SECONDS" "$module"
    fi
    told=$module
    sleep 0.3
  done
  if [ -t 1 ]; then printf '\r\033[K'; fi
}

# run_maven LOG ARGUMENT...: shows how far it is, and what was wrong if it failed
run_maven() {
  local log=$1 maven
  shift
  SECONDS=0
  ./mvnw -B "$@" >"$log" 2>&1 &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM
  tell_progress "$maven" "$log"
  if ! wait "$maven"; then
    grep -E '^\[ERROR\]' "$log" | head -20 >&2 || tail -20 "$log" >&2
    echo "The build failed; all it said is in $log." >&2
    exit 1
  fi
  trap - INT TERM
  echo "Built in $SECONDS s."
}

# build_jars MODULE
build_jars() {
  local module=$1 new=$1/target/run-new
  rm -rf "$new"
  mkdir -p "$new"
  : >"$new/stamp"
  echo "Building $module and what it needs. The first time also fetches libraries, which takes some minutes."
  run_maven "$new/build.log" -pl "$module" -am -Prun -Dsbom.skip -Djars="$PWD/$new/jars" package
  rm -rf "$module/target/run"
  mv "$new" "$module/target/run"
}

# class_path MODULE: what build_jars has made of it
class_path() {
  local jars
  jars=$(printf '%s:' "$1"/target/run/jars/*.jar)
  printf '%s' "${jars%:}"
}
