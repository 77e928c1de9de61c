# Finds a JDK 25 and exports it as JAVA_HOME; sourced by ./run, ./mvnw and .ci/run.
# The default `java` of a machine is often older, and the formatter and the compiler checks need to run on 25 themselves.

REPRIEVE_JDK=25

is_wanted_jdk() {
  [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$REPRIEVE_JDK[.\"]" "$1/release" 2>/dev/null
}

find_wanted_jdk() {
  path_javac=$(command -v javac 2>/dev/null || true)
  [ -z "$path_javac" ] || path_javac=$(dirname "$(dirname "$(readlink -f "$path_javac")")")
  # Globs stay unexpanded under `set -f`, which the Maven wrapper uses.
  (
    set +f
    for candidate in "${JAVA_HOME:-}" "$path_javac" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}" \
      /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
      "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* \
      "${HOME:-}"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
      if [ -n "$candidate" ] && is_wanted_jdk "$candidate"; then
        printf '%s\n' "$candidate"
        exit 0
      fi
    done
    exit 1
  )
}

if found_jdk=$(find_wanted_jdk); then
  JAVA_HOME=$found_jdk
  export JAVA_HOME
else
  echo "Reprieve needs a JDK $REPRIEVE_JDK and found none: install one (for example Temurin $REPRIEVE_JDK) or point JAVA_HOME at it." >&2
  exit 1
fi
