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
trap -- '\builtin . '\''/tmp/sandshell-test-9055604894380136680/sandshell-0/19730-4077455/1/exit-hook'\'' "$?"
echo "bye from $STARTED"' EXIT
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
trap -- '\builtin . '\''/tmp/sandshell-test-9055604894380136680/sandshell-0/19730-4077455/1/exit-hook'\'' "$?"
echo "bye from $STARTED"' EXIT
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
trap -- '\builtin . '\''/tmp/sandshell-test-1444328535285339579/sandshell-0/20426-4090047/1/exit-hook'\'' "$?"
echo "bye from $STARTED"' EXIT
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
trap -- '\builtin . '\''/tmp/sandshell-test-1444328535285339579/sandshell-0/20426-4090047/1/exit-hook'\'' "$?"
echo "bye from $STARTED"' EXIT
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
trap -- '\builtin . '\''/tmp/sandshell-runtime-ngHnrY/sandshell-0/6226-4270969/1/exit-hook'\'' "$?"
echo "bye from $STARTED"' EXIT
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
trap -- '\builtin . '\''/tmp/sandshell-runtime-ngHnrY/sandshell-0/6226-4270969/1/exit-hook'\'' "$?"
echo "bye from $STARTED"' EXIT
