#!/usr/bin/env bash
# Tries the image where no container engine runs: makes its file tree as the Dockerfile says, on a small Debian with a copy of
# the JDK for a base, and runs its command and its health check in it as an engine would: read-only, /tmp without exec, as the
# image's user, without new privileges, and with a network of its own in which there is nobody else.
# Not tried: the base images, the engine itself, publishing the port, and the limit of memory where control groups cannot be made.
#   sudo JAVA_HOME=/path/to/jdk docker/try-without-engine.sh ["A question?"]
set -euo pipefail
cd "$(dirname "$0")/.."
question=${1:-How long do we keep database backups?}
work=$PWD/target/container
base=$work/base root=$work/root build=$work/build data=$work/data

skip() {
  echo "try-without-engine: SKIPPED: $1" >&2
  exit 77
}

# The instructions of a stage (the last one for "last") that need doing, one a line; long ones are joined.
stage() {
  sed -e ':a' -e '/\\$/N; s/\\\n//; ta' -e '/^#/d' -e '/^$/d' docker/Dockerfile | awk -v wanted="$1" '
    /^FROM / { name = NF == 4 ? $4 : "last" ; next }
    name == wanted'
}

words() { sed -e 's/^ *\[ *"//' -e 's/" *\] *$//' -e 's/", *"/\n/g' <<<"$1"; } # of ["a", "b"], one a line

copy() { # from, to: as COPY does, a folder's content into a folder
  mkdir -p "$(dirname "$2")"
  if [ -d "$1" ]; then
    mkdir -p "$2"
    cp -a "$1/." "$2"
  else
    cp -a "$1" "$2"
  fi
}

in_root() { # runs a command as RUN does
  chroot "$root" env -i PATH=/opt/java/openjdk/bin:/usr/sbin:/usr/bin:/sbin:/bin JAVA_HOME=/opt/java/openjdk HOME=/root \
    sh -c "cd /gill && $1"
}

make_tree() { # instructions on stdin
  local line from
  while read -r line; do
    case $line in
      "COPY --from=build "*)
        read -r _ _ from to <<<"$line"
        copy "$build/${from#/build/}" "$root/gill/$to"
        ;;
      "COPY --from="*) ;; # of the rehearsal, which is done in this very tree
      "COPY "*)
        read -r _ from to <<<"$line"
        copy "$from" "$root/gill/$to"
        ;;
      "RUN "*) in_root "${line#RUN }" ;;
    esac
  done
}

make_image() {
  rm -rf "$root" "$build" "$data"
  cp -a "$base" "$root"
  mkdir -p "$root/opt/java" "$build/target" "$data"
  cp -aL "$JAVA_HOME" "$root/opt/java/openjdk"
  cp -a target/quarkus-app "$build/target/"
  cp -a models "$build/"
  stage build | grep '^RUN ' | grep -v '^RUN ./mvnw ' | while read -r line; do (cd "$build" && sh -c "${line#RUN }"); done
  mkdir -p "$root/gill"
  make_tree < <(stage parts)
  mount -t proc proc "$root/proc"
  ip link set lo up
  make_tree < <(stage rehearsal)
  umount "$root/proc"
  make_tree < <(stage last)
}

value() { stage last | sed -n "s/^$1 //p" | tail -n 1; }

mount_image() {
  image=$work/image
  mkdir -p "$image"
  mount --bind "$root" "$image"
  mount -o remount,bind,ro "$image"
  mount -t proc proc "$image/proc"
  mount -t tmpfs -o noexec,nosuid,nodev,size=256m tmpfs "$image/tmp"
  chmod 1777 "$image/tmp"
  mount -t tmpfs tmpfs "$image/dev"
  for device in null zero random urandom; do
    touch "$image/dev/$device"
    mount --bind "/dev/$device" "$image/dev/$device"
  done
  cp -a "$root/gill/data/." "$data"
  chown --reference="$root/gill/data" "$data"
  mount --bind "$data" "$image/gill/data"
  # The configuration that compose mounts.
  local config
  config=$(sed -n 's/^ *- \(.*\):\/gill\/config:ro$/\1/p' docker/compose.yaml)
  mount --bind "docker/$config" "$image/gill/config"
  mount -o remount,bind,ro "$image/gill/config"
}

limit() { # moves this shell, and what it will start, into a group with the memory that compose allows
  local bytes group
  bytes=$(($(sed -n 's/^ *mem_limit: \([0-9]*\)g$/\1/p' docker/compose.yaml) << 30))
  for group in /sys/fs/cgroup/gill-try-$$ /sys/fs/cgroup/memory/gill-try-$$; do
    mkdir "$group" 2>/dev/null || continue
    if { echo $bytes >"$group/memory.max" || echo $bytes >"$group/memory.limit_in_bytes"; } 2>/dev/null &&
      echo "$BASHPID" >"$group/cgroup.procs"; then
      echo "try-without-engine: in a group of $((bytes >> 20)) MB of memory"
      return
    fi
    rmdir "$group"
  done
  echo "try-without-engine: NOT TRIED: the limit of memory" >&2
}

environment() { # what compose says of it, as NAME=VALUE
  sed -n '/^    environment:$/,/^    [a-z#]/s/^      \([A-Z_]*\): "\{0,1\}\([^"]*\)"\{0,1\}$/\1=\2/p' docker/compose.yaml
}

inside() { # runs a command as the container would
  # shellcheck disable=SC2046 # several variables on purpose
  chroot "$image" setpriv --reuid "$(value USER)" --regid "$(value USER)" --clear-groups --no-new-privs \
    env -i PATH=/opt/java/openjdk/bin:/usr/bin:/bin JAVA_HOME=/opt/java/openjdk HOME=/gill $(value ENV) $(environment) \
    sh -c 'cd /gill && exec "$@"' sh "$@"
}

try_image() {
  local entry command check tries=120
  mapfile -t entry < <(words "$(value ENTRYPOINT)")
  mapfile -t command < <(words "$(value CMD)")
  mapfile -t check < <(words "$(value HEALTHCHECK | sed 's/.* CMD //')")
  echo "try-without-engine: starting ${entry[*]} ${command[*]}"
  (
    limit
    inside "${entry[@]}" "${command[@]}"
  ) &
  local started=$!
  until inside "${check[@]}" >"$work/health.txt" 2>&1; do
    kill -0 $started 2>/dev/null || { echo "try-without-engine: FAILED: it ended" >&2; exit 1; }
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { cat "$work/health.txt" >&2; echo "try-without-engine: FAILED: never healthy" >&2; exit 1; }
    sleep 0.5
  done
  echo "try-without-engine: healthy: $(cat "$work/health.txt")"
  tries=30
  until inside "${entry[@]}" ask "$question" >"$work/answer.txt"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { cat "$work/answer.txt" >&2; echo "try-without-engine: FAILED: no answer" >&2; exit 1; }
  done
  cat "$work/answer.txt"
  local pid
  pid=$(pgrep -o -f quarkus-run.jar)
  echo "try-without-engine: resident, and of that its own: $(awk '/VmRSS|RssAnon/ {print $2 / 1024 " MB"}' "/proc/$pid/status" | xargs)"
  echo "try-without-engine: as user $(awk '/^Uid/ {print $2}' "/proc/$pid/status"), native libraries from: $(awk '/\/native\// {print $6}' "/proc/$pid/maps" | sort -u | xargs)"
  kill "$pid"
  wait $started || true
  rmdir /sys/fs/cgroup/gill-try-$$ /sys/fs/cgroup/memory/gill-try-$$ 2>/dev/null || true
  if inside "${check[@]}" >"$work/health.txt" 2>&1; then
    echo "try-without-engine: FAILED: healthy although it was stopped" >&2
    exit 1
  fi
  echo "try-without-engine: stopped, and then: $(cat "$work/health.txt")"
}

if [ "${GILL_TRY_INSIDE:-}" != yes ]; then
  [ "$(id -u)" = 0 ] || skip "it mounts and changes roots, which needs root"
  for program in debootstrap unshare setpriv chroot ip; do
    command -v $program >/dev/null || skip "$program is not installed"
  done
  [ -x "${JAVA_HOME:-}/bin/java" ] || skip "set JAVA_HOME to a JDK of 25 or later"
  mkdir -p "$work"
  ./gill build
  [ -d "$base/usr" ] || debootstrap --variant=minbase --include=libstdc++6 stable "$base" >"$work/debootstrap.txt" ||
    { rm -rf "$base"; skip "debootstrap failed, see target/container/debootstrap.txt"; }
  # A network and mounts of its own, which go away with it.
  GILL_TRY_INSIDE=yes exec unshare --mount --net --pid --fork --mount-proc "$0" "$@"
fi
make_image
mount_image
try_image
