; Part of the installer that `dx bundle --package-types nsis` builds, between its sections for installing and removing.
; The program registers the schemes of Dioxus.toml for the user who installs it. `dx` installs one program, the launcher;
; this adds the one with the window, which is built before.
!ifndef WINDOW_PROGRAM
    !define WINDOW_PROGRAM "${__FILEDIR__}\..\..\target\release\latchkey-window.exe"
!endif

Section "-Links"
    SetOutPath $INSTDIR
    File "${WINDOW_PROGRAM}"
    ExecWait '"$INSTDIR\latchkey.exe" link register'
SectionEnd

; Runs before the files are removed. Schemes that another program has registered since are left unchanged.
Section "un.Links"
    ExecWait '"$INSTDIR\latchkey.exe" link unregister'
    Delete "$INSTDIR\latchkey-window.exe"
SectionEnd
