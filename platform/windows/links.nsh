; Part of the installer that `dx bundle --package-types nsis` makes: it stands between that one's sections for installing
; and for removing. The program itself registers the schemes, which it has from Dioxus.toml, for the user who installs it.

Section "-Links"
    ExecWait '"$INSTDIR\latchkey.exe" link register'
SectionEnd

; Runs before the files are removed. Links that another program has taken over meanwhile are left to it.
Section "un.Links"
    ExecWait '"$INSTDIR\latchkey.exe" link unregister'
SectionEnd
