#!/bin/sh
# Installs the editors of the tests that this Debian has not, or has an old one of, and says in which folder: Helix as
# bin/hx, a newer Neovim as bin/nvim. With "--locate" it only says where, and fails if they are not there.
#
# They are a later Debian's, unpacked beside the system with all that they are linked with, 20 MB to fetch; what they
# start gets the system's libraries as ever. Kept in the user's cache, under a name that changes with this file. Unpacked
# in another folder and renamed: what is there is complete, whenever an install was interrupted.

set -eu
suite=trixie
self=$(readlink -f "$0")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sandshell-test
folder=$cache/editors-$suite-$(cksum <"$self" | cut -d ' ' -f 1)

if [ "${1-}" = --locate ] || [ -d "$folder" ]; then
    echo "$folder"
    [ -d "$folder" ]
    exit
fi

# Where the packages of this system come from.
mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        sed -n -e 's/^URIs: *\([^ ]*\/debian\)\/*$/\1/p' -e 's/^deb  *\(\[[^]]*\]  *\)*\([^ ]*\/debian\)\/* .*/\2/p' |
        head -n 1
}

# An apt that knows of nothing but the later Debian, and that nothing is installed: it fetches what is needed down to libc.
fetch() {
    apt=$1
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    : >"$apt/status"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) $suite main" >"$apt/sources.list"
    cat >"$apt/apt.conf" <<END
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$apt/lists";
Dir::State::Status "$apt/status";
Dir::Cache "$apt/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
END
    APT_CONFIG=$apt/apt.conf apt-get update -qq
    APT_CONFIG=$apt/apt.conf apt-get install -y -qq --download-only hx neovim patchelf
}

# A program of the unpacked system, with its loader and libraries by name: it may start itself by what it is called.
program() {
    lib=usr/lib/$(uname -m)-linux-gnu
    loader=$(cd "$partial/$lib" && echo ld-linux-*.so.*)
    "$partial/$lib/$loader" --library-path "$partial/$lib" "$partial/usr/bin/patchelf" \
        --set-interpreter "$folder/$lib/$loader" --force-rpath --set-rpath "$folder/$lib" "$partial/usr/bin/$1"
    printf '#!/bin/sh\n%s=%s exec %s "$@"\n' "$2" "$folder/$3" "$folder/usr/bin/$1" >"$partial/bin/$1"
    chmod +x "$partial/bin/$1"
}

mkdir -p "$cache"
exec 9>"$folder.lock"
flock 9
[ -d "$folder" ] || {
    partial=$folder.partial
    rm -rf "$partial"
    mkdir -p "$partial/bin" "$partial/apt"
    {
        fetch "$partial/apt"
        for package in "$partial"/apt/cache/archives/*.deb; do
            dpkg-deb -x "$package" "$partial"
        done
        rm -rf "$partial/apt"
        program hx HELIX_RUNTIME usr/lib/hx/runtime
        program nvim VIMRUNTIME usr/share/nvim/runtime
    } 9>&- >"$folder.log" 2>&1 </dev/null || {
        tail -n 40 "$folder.log" >&2
        exit 1
    }
    mv "$partial" "$folder"
}
echo "$folder"
