rootProject.name = "sandshell-intellij"
