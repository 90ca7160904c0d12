set +o ignoreeof
set -o interactive-comments
set +o keyword
set -o monitor
set +o noclobber
set +o noexec
set +o noglob
set +o nolog
set +o notify
set +o nounset
set +o onecmd
set +o physical
set +o pipefail
set +o posix
set +o privileged
set +o verbose
set +o vi
set +o xtrace
trap -- '\builtin . '\''/tmp/sandshell-test-13420588558373730448/sandshell-0/19375-2709349/5/exit-hook'\'' "$?"' EXIT
trap -- 'before' DEBUG
set +o ignoreeof
set -o interactive-comments
set +o keyword
set -o monitor
set +o noclobber
set +o noexec
set +o noglob
set +o nolog
set +o notify
set +o nounset
set +o onecmd
set +o physical
set +o pipefail
set +o posix
set +o privileged
set +o verbose
set +o vi
set +o xtrace
trap -- '\builtin . '\''/tmp/sandshell-test-2843989423316585384/sandshell-0/9360-2762895/5/exit-hook'\'' "$?"' EXIT
trap -- 'before' DEBUG
