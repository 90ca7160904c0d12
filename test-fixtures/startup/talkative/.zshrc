STARTED=talkative
echo welcome
echo 'to this shell' >&2
