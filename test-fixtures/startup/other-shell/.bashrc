STARTED=other-shell
exec sh -c 'exit 3'
