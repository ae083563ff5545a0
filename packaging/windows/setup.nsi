; Installs Ladder Desktop for the person who starts it: no administrator, nothing outside of the
; person's own folders and registry. Silent with /S. Built by building/windows.py, which says where
; everything lies.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off

!include MUI2.nsh
!include FileFunc.nsh

!define NAME "Ladder Desktop"
!define PROGID "LadderDesktop.Workbook.1"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\LadderDesktop"
!define PROGRAM "$INSTDIR\program\pythonw.exe"
!define START "$INSTDIR\program\start.pyw"

Name "${NAME}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\Ladder Desktop"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "Ladder Desktop contributors"
VIAddVersionKey "CompanyName" "Ladder Desktop contributors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "${PROGRAM}"
!define MUI_FINISHPAGE_RUN_PARAMETERS '$\"${START}$\"'
!define MUI_LANGDLL_ALLLANGUAGES
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString RUNNING ${LANG_ENGLISH} "Ladder Desktop is open. Close its windows, then go on."
LangString RUNNING ${LANG_SPANISH} "Ladder Desktop está abierto. Cierre sus ventanas y continúe."
LangString FILETYPE ${LANG_ENGLISH} "Ladder workbook"
LangString FILETYPE ${LANG_SPANISH} "Cuaderno de Ladder"

; A former version goes as a whole, so that no stale part stays. Files in use can't be renamed.
!macro CLEAR_FORMER
  again:
  IfFileExists "$INSTDIR\program\*.*" 0 cleared
  ClearErrors
  RMDir /r "$INSTDIR\program.old"
  Rename "$INSTDIR\program" "$INSTDIR\program.old"
  IfErrors 0 renamed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Abort
  renamed:
  RMDir /r "$INSTDIR\program.old"
  cleared:
!macroend

Section
  !insertmacro CLEAR_FORMER
  !include "${INSTALLING}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "${PROGRAM}" '"${START}"' "$INSTDIR\program\ladder-desktop.ico"

  WriteRegStr HKCU "Software\Classes\.ladder" "" "${PROGID}"
  WriteRegStr HKCU "Software\Classes\.ladder\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "$(FILETYPE)"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\program\ladder-desktop.ico"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"${PROGRAM}" "${START}" open "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\program\ladder-desktop.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Ladder Desktop contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ; From a workshop stick: the program itself reads and checks what lies beside this setup.
  IfFileExists "$EXEDIR\workshop.toml" 0 +2
    ; the point keeps the end of "D:" from reading as a folder that was open there, or as \"
    ExecWait '"${PROGRAM}" "${START}" join "$EXEDIR\."'
SectionEnd

Section Uninstall
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegValue HKCU "Software\Classes\.ladder\OpenWithProgids" "${PROGID}"
  ReadRegStr $0 HKCU "Software\Classes\.ladder" ""
  StrCmp $0 "${PROGID}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.ladder"
  !include "${LISTING}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
