const unused = 1;
if (unused == "1") { nowhere(); }
debugger;
