// For those who reach JetBrains' repositories: runIde starts an IDE with the plug-in, verifyPlugin holds it against real ones.
// Maven builds and tests what ships, and this is not tested there. First, at the root: mvn -Dquick -DskipTests package

plugins {
    java
    id("org.jetbrains.intellij.platform") version "2.10.5"
}

group = "dev.sandshell"
version = "0.1.0"

repositories {
    mavenCentral()
    intellijPlatform {
        defaultRepositories()
    }
}

val server = layout.projectDirectory.dir("../server/target")

dependencies {
    intellijPlatform {
        intellijIdeaCommunity(providers.gradleProperty("ideVersion"))
    }
    implementation(files(server.file("sandshell-classes-protocol.jar")))
    implementation("org.eclipse.lsp4j:org.eclipse.lsp4j.jsonrpc:${providers.gradleProperty("lsp4jVersion").get()}") {
        exclude(group = "com.google.code.gson")
    }
    compileOnly("org.jspecify:jspecify:${providers.gradleProperty("jspecifyVersion").get()}")
    compileOnly(
        "com.google.errorprone:error_prone_annotations:" +
            providers.gradleProperty("errorProneAnnotationsVersion").get(),
    )
}

java {
    toolchain {
        languageVersion = JavaLanguageVersion.of(17)
    }
}

intellijPlatform {
    pluginConfiguration {
        ideaVersion {
            sinceBuild = "242"
            untilBuild = provider { null }
        }
    }
    pluginVerification {
        ides {
            recommended()
        }
    }
}

tasks.prepareSandbox {
    // A program of its own, which the plug-in starts.
    from(server.file("sandshell.jar")) {
        into(pluginName.map { "$it/lib/server" })
    }
}
