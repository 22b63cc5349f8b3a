@echo off
rem Runs the installed Maven on this build, from any directory, with all arguments passed on.
rem
rem   JAVA_HOME    the JDK to build with (17 or newer); else the one on the PATH
rem   MAVEN_HOME   a Maven to use instead of the one on the PATH
rem   MAVEN_ARGS   arguments put before those of the command line, for example "-B -ntp"
rem
rem The build itself refuses a JDK or a Maven that is too old.

setlocal

if defined JAVA_HOME (
  if not exist "%JAVA_HOME%\bin\javac.exe" (
    echo mvnw: JAVA_HOME is "%JAVA_HOME%", but there is no bin\javac.exe in it: point it at a JDK 17 or newer 1>&2
    exit /b 1
  )
) else (
  where javac >nul 2>nul || (
    echo mvnw: no JDK found: install a JDK 17 or newer or set JAVA_HOME 1>&2
    exit /b 1
  )
)

set "MVNW_MVN=mvn"
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "MVNW_MVN=%MAVEN_HOME%\bin\mvn.cmd"
if "%MVNW_MVN%"=="mvn" (
  where mvn >nul 2>nul || (
    echo mvnw: no Maven found: install Maven 3.8.7 or newer or set MAVEN_HOME 1>&2
    exit /b 1
  )
)

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
