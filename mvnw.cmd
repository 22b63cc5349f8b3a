@echo off
rem Runs Maven on this build, from any directory, with all arguments passed on: the installed Maven if it is 3.8.7 or newer
rem (below 4), else the one that .mvn\wrapper\maven-wrapper.properties names, which is downloaded once. Needs a JDK and nothing else.
rem
rem   JAVA_HOME        the JDK to build with (17 or newer); else the one on the PATH
rem   MAVEN_HOME       a Maven to use instead
rem   MAVEN_ARGS       arguments put before those of the command line, for example "-B -ntp"
rem   MVNW_REPOURL     the Maven repository to download Maven from; else the mirror of central in .m2\settings.xml
rem   MVNW_USERNAME, MVNW_PASSWORD   for that repository, if it asks for them

setlocal

set "MVNW_JAVA=java"
if defined JAVA_HOME (
  if not exist "%JAVA_HOME%\bin\javac.exe" (
    echo mvnw: JAVA_HOME is "%JAVA_HOME%", but there is no bin\javac.exe in it: point it at a JDK 17 or newer 1>&2
    exit /b 1
  )
  set "MVNW_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  where javac >nul 2>nul || (
    echo mvnw: no JDK found: install a JDK 17 or newer or set JAVA_HOME 1>&2
    exit /b 1
  )
)

set "MVNW_MVN="
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "MVNW_MVN=%MAVEN_HOME%\bin\mvn.cmd"
if not defined MVNW_MVN (
  call mvn --version 2>nul | findstr /r /c:"Apache Maven 3\.8\.[789]" /c:"Apache Maven 3\.8\.[1-9][0-9]" /c:"Apache Maven 3\.9\." /c:"Apache Maven 3\.[1-9][0-9]" >nul && set "MVNW_MVN=mvn"
)
if not defined MVNW_MVN (
  for /f "usebackq delims=" %%M in (`""%MVNW_JAVA%" -Djava.net.useSystemProxies=true "%~dp0.mvn\wrapper\MavenDownload.java" "%~dp0.mvn\wrapper\maven-wrapper.properties""`) do set "MVNW_MVN=%%M\bin\mvn.cmd"
)
if not defined MVNW_MVN exit /b 1

rem Outside of a Maven project, and with none named by -f, the project is the one of this script.
set "MVNW_NAMED="
for %%A in (%*) do (
  if "%%~A"=="-f" set "MVNW_NAMED=yes"
  if "%%~A"=="--file" set "MVNW_NAMED=yes"
)
if not defined MVNW_NAMED if not exist "pom.xml" cd /d "%~dp0"

rem Maven 3.9 reads MAVEN_ARGS itself, 3.8 does not: give the arguments here, once for both.
set "MVNW_ARGS=%MAVEN_ARGS%"
set "MAVEN_ARGS="

call "%MVNW_MVN%" %MVNW_ARGS% %*
exit /b %ERRORLEVEL%
