#!/bin/sh
# Prepares what makes the packaged jar start fast: its native libraries unpacked, and an archive of its parsed classes.
# Both are extras that the launcher uses where they are there, so whatever goes wrong is said and is no failure.
#
# $1: the JDK; $2: the folder of sandshell.jar

set -u
jdk=$1
cd "$2" || exit 0

say() {
    printf '[WARNING] %s\n' "$1"
}

case $(uname -m) in
    x86_64) arch=x86-64 sqlite=x86_64 ;;
    aarch64) arch=aarch64 sqlite=aarch64 ;;
    *) arch=none sqlite=none ;;
esac

rm -rf native native.new training-state sandshell.jsa sandshell.jsa.new sandshell.jsa.size
if mkdir native.new && cd native.new; then
    if "$jdk/bin/jar" xf ../sandshell.jar \
        "com/sun/jna/linux-$arch/libjnidispatch.so" "resources/com/pty4j/native/linux/$arch/libpty.so" \
        "org/sqlite/native/Linux/$sqlite/libsqlitejdbc.so" \
        "lib/$sqlite-linux-gnu-tree-sitter.so" "lib/$sqlite-linux-gnu-tree-sitter-bash.so" \
        && mkdir -p "linux/$arch" \
        && mv "com/sun/jna/linux-$arch/libjnidispatch.so" . \
        && mv "resources/com/pty4j/native/linux/$arch/libpty.so" "linux/$arch" \
        && mv "org/sqlite/native/Linux/$sqlite/libsqlitejdbc.so" .; then
        rm -rf com resources org
        cd .. && mv native.new native
    else
        cd .. && rm -rf native.new
        say "no native libraries were unpacked for $(uname -m); each start will do that"
    fi
fi

# What the training runs is nobody's history.
export SANDSHELL_STATE_DIR="$PWD/training-state"

# An archive of its own, not one on top of the JDK's: only that takes in libraries whose classes are of an old version.
# The same class path as in the launcher, or it would not fit; G1, since no other collector can archive objects.
if "$jdk/bin/java" -XX:DumpLoadedClassList=classes.list -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable \
    -Dsun.reflect.inflationThreshold=1000 -cp "$PWD/sandshell.jar" dev.sandshell.app.Training </dev/null >training.log 2>&1; then
    "$jdk/bin/java" -Xshare:dump -XX:SharedClassListFile=classes.list -XX:SharedArchiveFile=sandshell.jsa.new \
        -XX:+UseG1GC -Xlog:disable -cp "$PWD/sandshell.jar" </dev/null >>training.log 2>&1
fi
rm -rf training-state
if [ -s sandshell.jsa.new ]; then
    mv -f sandshell.jsa.new sandshell.jsa
    # By which the launcher knows a whole one.
    wc -c <sandshell.jsa | tr -d ' ' >sandshell.jsa.size
else
    say "no class archive was made, so starts will be slower; $PWD/training.log may say why"
fi
exit 0
