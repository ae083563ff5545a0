@echo off
rem Compares every file of this stick with its sum. Double-click to start.
setlocal disabledelayedexpansion
chcp 65001 >nul
cd /d "%~dp0.."
if not exist "SHA256SUMS.txt" (
  echo This stick is not finished: it holds no sums. / Esta memoria no esta completa.
  pause
  exit /b 1
)
set "bad=0"
set "told=%temp%\ladder-desktop-sum-%random%.txt"
for /f "usebackq tokens=1,*" %%a in ("SHA256SUMS.txt") do call :check "%%a" "%%b"
del "%told%" 2>nul
if "%bad%"=="0" (
  echo.
  echo Every file is whole. / Todos los archivos estan completos.
) else (
  echo.
  echo Copy the stick again. / Vuelva a copiar la memoria.
)
pause
exit /b %bad%

:check
set "file=%~2"
set "file=%file:/=\%"
set "sum="
certutil -hashfile "%file%" SHA256 >"%told%" 2>nul
for /f "usebackq skip=1 delims=" %%h in ("%told%") do if not defined sum set "sum=%%h"
if defined sum set "sum=%sum: =%"
if /i "%sum%"=="%~1" (
  echo OK   %file%
) else (
  echo BAD  %file%
  set "bad=1"
)
exit /b 0
