; The installer for Windows: for one person, without administrator rights, silent with /S, upgrade in place.
; makensis -DVERSION=1.2.3 -DPAYLOAD=dist\Quizwright -DOUT=dist\Quizwright-1.2.3-setup.exe -DICON=build\icons\quizwright.ico

Target amd64-unicode ; the default makes a 32-bit program, which does nothing on a system without 32-bit support
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 32 ; megabytes

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Quizwright"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define KIND "Quizwright.Quiz"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\quizwright.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "${NAME} is removed. Your quizzes are kept in $LOCALAPPDATA\${NAME}."
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGE "English"

; What runs cannot be replaced: an upgrade would leave half of each version.
!macro REFUSE_WHILE_IT_RUNS UN
Function ${UN}RefuseWhileItRuns
  Pop $1
  again:
  IfFileExists "$INSTDIR\$1" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\$1" a
  IfErrors 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is open. Close its window, then try again." /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
  closed:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_IT_RUNS ""
!insertmacro REFUSE_WHILE_IT_RUNS "un."

Section "${NAME}" SecProgram
  SectionIn RO
  Push "quizwright.exe"
  Call RefuseWhileItRuns
  Push "quizwright-console.exe"
  Call RefuseWhileItRuns
  SetOutPath "$INSTDIR"
  ; An upgrade leaves nothing of the version before. The library lies elsewhere and is never touched.
  RMDir /r "$INSTDIR\_internal"
  File "${PAYLOAD}\quizwright.exe" ; on Windows the compiler takes no other stroke, on Linux it takes both
  File "${PAYLOAD}\quizwright-console.exe"
  File /r "${PAYLOAD}\_internal"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\quizwright.exe"

  WriteRegStr HKCU "Software\Classes\.quizwright" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Quizwright quiz"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\quizwright.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\quizwright.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\quizwright.exe,0"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Quizwright developers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Icon on the desktop" SecDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\quizwright.exe"
SectionEnd

Section "Uninstall"
  Push "quizwright.exe"
  Call un.RefuseWhileItRuns
  Push "quizwright-console.exe"
  Call un.RefuseWhileItRuns
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\quizwright.exe"
  Delete "$INSTDIR\quizwright-console.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only where nothing of somebody else's lies in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\Classes\.quizwright"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegKey HKCU "${KEY}"
SectionEnd
