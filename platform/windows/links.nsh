; Part of the installer that `dx bundle --package-types nsis` builds, between its sections for installing and removing.
; The program registers the schemes of Dioxus.toml for the user who installs it.

Section "-Links"
    ExecWait '"$INSTDIR\latchkey.exe" link register'
SectionEnd

; Runs before the files are removed. Schemes that another program has registered since are left unchanged.
Section "un.Links"
    ExecWait '"$INSTDIR\latchkey.exe" link unregister'
SectionEnd
